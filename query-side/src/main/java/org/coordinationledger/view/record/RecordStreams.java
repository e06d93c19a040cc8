package org.coordinationledger.view.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;

/** The streams of records in the ledger. */
public final class RecordStreams {

    private static final int PAGE_ENTRIES = 500;

    private final LedgerReader ledger;

    public RecordStreams(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The timeline of a record as known at a position; empty if there is no such record of that type. */
    public <S> Timeline<?, S> timeline(RecordType<?, S> type, String record, long knownAt) {
        return timeline(type, entries(type, record, knownAt));
    }

    /** The timeline of a record of which these are all entries so far. */
    public static <S> Timeline<?, S> timeline(RecordType<?, S> type, List<Entry> entries) {
        Timeline<?, S> timeline = type.empty();
        for (Entry entry : entries) {
            timeline = timeline.plus(Steps.of(entry));
        }
        return timeline;
    }

    /** All entries of a record as known at a position, in order; empty if it is no record of that type. */
    public List<Entry> entries(RecordType<?, ?> type, String record, long knownAt) {
        List<Entry> entries = new ArrayList<>();
        forEach(record, knownAt, entries::add);
        boolean ofType =
                !entries.isEmpty() && entries.get(0).streamType().equals(type.name());
        return ofType ? entries : List.of();
    }

    /** Whether a record of that type has, as known at a position, more entries than so many. */
    public boolean longerThan(RecordType<?, ?> type, String record, long entries, long knownAt) {
        return ledger.entriesOf(record, entries, 1).stream()
                .anyMatch(entry -> entry.position() <= knownAt && entry.streamType().equals(type.name()));
    }

    /** Hands over the entries of a stream up to a position (inclusive), page by page. */
    public void forEach(String stream, long upTo, Consumer<Entry> consumer) {
        long next = 0;
        while (true) {
            List<Entry> page = ledger.entriesOf(stream, next, PAGE_ENTRIES);
            for (Entry entry : page) {
                if (entry.position() > upTo) {
                    return;
                }
                consumer.accept(entry);
            }
            if (page.size() < PAGE_ENTRIES) {
                return;
            }
            next += page.size();
        }
    }
}
