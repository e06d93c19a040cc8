package org.coordinationledger.view.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.KnownRecords;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.vocabulary.RecordReference;

/** The records that one trail looks at besides its own, each read once, as known at one position and at any before it. */
final class OtherRecords {

    private final RecordStreams streams;
    private final long knownAt;
    private final Map<RecordReference, Other<?>> read = new LinkedHashMap<>();
    private final Map<String, List<Entry>> keys = new HashMap<>();

    OtherRecords(RecordStreams streams, long knownAt) {
        this.streams = streams;
        this.knownAt = knownAt;
    }

    /**
     * A record with all its entries.
     *
     * @param timeline as known where the trail is read
     */
    record Other<S>(RecordReference reference, List<Entry> entries, Timeline<?, S> timeline) {}

    /** How many were read so far, keys among them. */
    int count() {
        return read.size() + keys.size();
    }

    boolean hasRead(RecordReference reference) {
        return read.containsKey(reference);
    }

    /** A record, if it was read. */
    Optional<Other<?>> read(RecordReference reference) {
        return Optional.ofNullable(read.get(reference));
    }

    /** Records as known at a position, which notes what was looked at. */
    At at(long position) {
        return new At(position);
    }

    @SuppressWarnings("unchecked")
    private <S> Other<S> other(RecordType<?, S> type, String record) {
        RecordReference reference = new RecordReference(type.resource(), record);
        Other<?> known = read.get(reference);
        if (known == null) {
            List<Entry> entries = streams.entries(type, record, knownAt);
            known = new Other<>(reference, entries, RecordStreams.timeline(type, entries));
            read.put(reference, known);
        }
        return (Other<S>) known;
    }

    /** The end of an entry's commit, at which it is known together with what came with it. */
    static long knownFrom(Entry entry) {
        return entry.commitFirst() + entry.commitCount() - 1;
    }

    /** All records as known at one position. */
    final class At implements KnownRecords {

        private final long position;
        private final Map<RecordReference, Other<?>> looked = new LinkedHashMap<>();

        private At(long position) {
            this.position = position;
        }

        long position() {
            return position;
        }

        /** Notes what was looked at elsewhere, as if it had been here. */
        void alsoLooked(At elsewhere) {
            looked.putAll(elsewhere.looked);
        }

        /** The records that were looked at so far. */
        Collection<Other<?>> looked() {
            return looked.values();
        }

        @Override
        public <S> Timeline<?, S> timeline(RecordType<?, S> type, String record) {
            Other<S> other = other(type, record);
            looked.put(other.reference(), other);
            return other.timeline().knownAt(position);
        }

        @Override
        public ReservationState reservation(String key) {
            ReservationState state = ReservationState.FREE;
            for (Entry entry : keys.computeIfAbsent(key, OtherRecords.this::entriesOf)) {
                if (entry.position() <= position) {
                    state = state.after(event(entry));
                }
            }
            return state;
        }
    }

    private List<Entry> entriesOf(String key) {
        List<Entry> entries = new ArrayList<>();
        streams.forEach(key, knownAt, entries::add);
        return entries;
    }

    private static ReservationEvent event(Entry entry) {
        Class<?> type = Catalogue.named(entry.eventName()).orElseThrow().type();
        return (ReservationEvent) EventJson.mapper().readValue(entry.payload(), type);
    }
}
