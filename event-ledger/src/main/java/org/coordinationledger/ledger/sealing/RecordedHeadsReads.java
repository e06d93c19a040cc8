package org.coordinationledger.ledger.sealing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;

/** Finds the roots of record heads that a ledger holds. Any number of threads may read at once. */
public final class RecordedHeadsReads {

    private final LedgerReader ledger;
    /** A sequence that is known to be there; -1 if none is. */
    private final AtomicLong known = new AtomicLong(-1);

    public RecordedHeadsReads(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The root that was recorded last. */
    public Optional<RecordedHeads> last() {
        long low = known.get();
        long high = low + 1;
        for (long step = 1; at(high).isPresent(); step *= 2) {
            low = high;
            high += step;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (at(middle).isPresent()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        known.accumulateAndGet(low, Math::max);
        return low < 0 ? Optional.empty() : at(low);
    }

    /** The last root whose entry is among the first {@code size} entries of the ledger. */
    public Optional<RecordedHeads> lastWithin(long size) {
        Optional<RecordedHeads> heads = last();
        while (heads.isPresent() && heads.get().position() >= size) {
            heads = at(heads.get().sequence() - 1);
        }
        return heads;
    }

    /** The root that was recorded as the stream's entry of that sequence. */
    private Optional<RecordedHeads> at(long sequence) {
        if (sequence < 0) {
            return Optional.empty();
        }
        List<Entry> found = ledger.entriesOf(RecordedHeads.STREAM_ID, sequence, 1);
        return found.stream().findFirst().map(RecordedHeads::of);
    }
}
