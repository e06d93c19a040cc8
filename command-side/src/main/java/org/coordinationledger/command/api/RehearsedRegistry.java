package org.coordinationledger.command.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Asked;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.Decided;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.TextDigest;

/** What is known, as it would be with steps that were only tried. The last ones can be dropped again. */
final class RehearsedRegistry implements Registry {

    private final Registry known;
    private final LedgerReader ledger;
    private final Map<String, Timeline<?, ?>> keptTimelines = new HashMap<>();
    private final Map<String, ReservationState> keptReservations = new HashMap<>();
    private final Map<String, Timeline<?, ?>> newTimelines = new HashMap<>();
    private final Map<String, ReservationState> newReservations = new HashMap<>();

    RehearsedRegistry(Registry known, LedgerReader ledger) {
        this.known = known;
        this.ledger = ledger;
    }

    /**
     * Decides about a command and takes its step, and all that it brings about, as if it had been recorded.
     *
     * @throws RejectedException if it would be refused
     */
    Decided<?, ?> take(CommandFeature feature, RecordCommand command, Actor actor) {
        String id = command.id().value();
        Timeline<?, ?> before = timeline(feature.type(), new AnyRecordId(id));
        boolean ofAnotherType = before.isEmpty() && !ledger.entriesOf(id, 0, 1).isEmpty();
        Decided<?, ?> decided =
                feature.decide(new Asked(id, ofAnotherType, command.event(), actor, null), before, this);
        take(feature.type(), id, decided);
        return decided;
    }

    private void take(RecordType<?, ?> type, String id, Decided<?, ?> decided) {
        newTimelines.put(place(type, id), decided.after());
        decided.along().forEach(along -> newTimelines.put(place(type, along.record()), along.after()));
        decided.keys().forEach(change ->
                newReservations.put(change.key(), reservation(change.key()).after(change.event())));
    }

    /** Builds on what was taken since the last time. */
    void keep() {
        keptTimelines.putAll(newTimelines);
        keptReservations.putAll(newReservations);
        drop();
    }

    /** Forgets what was taken since something was kept. */
    void drop() {
        newTimelines.clear();
        newReservations.clear();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E extends RecordEvent, S> Timeline<E, S> timeline(RecordType<E, S> type, RecordId id) {
        String place = place(type, id.value());
        Timeline<?, ?> tried = newTimelines.getOrDefault(place, keptTimelines.get(place));
        return tried == null ? known.timeline(type, id) : (Timeline<E, S>) tried;
    }

    @Override
    public ReservationState reservation(String key) {
        ReservationState tried = newReservations.getOrDefault(key, keptReservations.get(key));
        return tried == null ? known.reservation(key) : tried;
    }

    @Override
    public boolean holdsText(TextDigest digest) {
        return known.holdsText(digest);
    }

    @Override
    public LocalDate today() {
        return known.today();
    }

    @Override
    public AuthoritySource authoritySource() {
        return known.authoritySource();
    }

    @Override
    public OrganisationId administration() {
        return known.administration();
    }

    /** Nothing is recorded where steps are only tried. */
    @Override
    public void record(String key, ReservationEvent event, MetaData metaData) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void record(RecordType<?, ?> type, String id, long sequence, RecordEvent event, MetaData metaData) {
        throw new UnsupportedOperationException();
    }

    private static String place(RecordType<?, ?> type, String id) {
        return type.name() + "/" + id;
    }
}
