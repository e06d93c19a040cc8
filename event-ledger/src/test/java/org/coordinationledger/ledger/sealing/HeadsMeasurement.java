package org.coordinationledger.ledger.sealing;

import static org.coordinationledger.ledger.sealing.MeasuredLedger.line;
import static org.coordinationledger.ledger.sealing.MeasuredLedger.seconds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.tlog.RecordHeads;

/**
 * Measures how long the tree of record heads takes from the first entry on, and from the tree of an hour before on, and how
 * long a proof takes.
 */
public final class HeadsMeasurement {

    private static final int EVENTS_PER_COMMIT = 64;
    private static final int HOURS = 3;
    private static final int STEPS_OF_AN_HOUR = 5_000;
    private static final int PROOFS = 500;

    private HeadsMeasurement() {
    }

    /**
     * Measures on a new database of a server, which is dropped afterwards.
     *
     * @param records to begin with, each of one step
     * @param said takes what was measured, line by line
     */
    public static void measure(String server, int records, Consumer<String> said) {
        MeasuredLedger.measure(server, ledger -> {
            long start = System.nanoTime();
            for (int first = 0; first < records; first += EVENTS_PER_COMMIT) {
                List<NewEvent> commit = new ArrayList<>();
                for (int i = first; i < Math.min(records, first + EVENTS_PER_COMMIT); i++) {
                    commit.add(step(i, 0));
                }
                ledger.store.append(commit, new ReadSet());
            }
            said.accept(line("recorded %,d records in %,.0f s", records, seconds(start)));
            hours(ledger, records, said);
        });
    }

    private static void hours(SealedLedger ledger, int records, Consumer<String> said) {
        HeadTrees trees = new HeadTrees(ledger.store);
        Random random = new Random(1);
        int[] sequences = new int[records];
        Optional<RecordedHeads> last = Optional.empty();
        for (int hour = 0; hour <= HOURS; hour++) {
            long size = ledger.store.tail() + 1;
            long start = System.nanoTime();
            HeadTrees.Made made = trees.make(size, last);
            said.accept(line("%s: the tree of %,d heads of %,d entries in %,.2f s",
                    hour == 0 ? "from the beginning" : "an hour later", made.records(), made.size(), seconds(start)));
            ledger.store.append(List.of(new NewEvent(
                    RecordedHeads.STREAM_TYPE, RecordedHeads.STREAM_ID, hour, UUID.randomUUID().toString(),
                    RecordedHeads.EVENT, "1", "{\"records\":%d,\"root\":\"%s\",\"size\":%d}".formatted(
                            made.records(), made.root().hex(), made.size()), Map.of())), new ReadSet());
            start = System.nanoTime();
            trees.forgetOld();
            said.accept(line("forgotten what nobody proves from any more in %,.2f s", seconds(start)));
            last = new RecordedHeadsReads(ledger.store).last();
            said.accept(proofs(trees, last.orElseThrow(), records, random));
            for (int done = 0; done < STEPS_OF_AN_HOUR; done += EVENTS_PER_COMMIT) {
                List<NewEvent> commit = new ArrayList<>();
                for (int i = 0; i < EVENTS_PER_COMMIT; i++) {
                    int record = random.nextInt(records);
                    commit.add(step(record, ++sequences[record]));
                }
                ledger.store.append(commit, new ReadSet());
            }
        }
    }

    private static NewEvent step(int record, int sequence) {
        return new NewEvent(
                "Thing", "record-" + record, sequence, UUID.randomUUID().toString(), "thing.changed", "1", "{}", Map.of());
    }

    private static String proofs(HeadTrees trees, RecordedHeads heads, int records, Random random) {
        long start = System.nanoTime();
        for (int i = 0; i < PROOFS; i++) {
            String record = "record-" + random.nextInt(records);
            RecordHeads.Placed placed = trees.kept(heads).orElseThrow().presence(record).orElseThrow();
            if (!RecordHeads.provesPresence(record, placed, heads.records(), heads.root())) {
                throw new IllegalStateException("a proof that does not lead to the root");
            }
        }
        return line("a proof of a head in %,.2f ms", seconds(start) * 1_000 / PROOFS);
    }
}
