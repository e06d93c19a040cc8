package org.coordinationledger.command.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.TextDigest;

/** The records around the one that a test is about. Everybody is entitled unless the test says otherwise. */
public final class RegistryInMemory implements Registry {

    /** What was recorded about a key. */
    public record Recorded(String key, ReservationEvent event) {}

    /** What was recorded about another record. */
    public record RecordedAlong(String id, long sequence, RecordEvent event) {}

    private final Map<String, Timeline<?, ?>> timelines = new HashMap<>();
    private final Map<String, ReservationState> reservations = new HashMap<>();
    private final Set<TextDigest> texts = new HashSet<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private final List<RecordedAlong> along = new ArrayList<>();
    private AuthoritySource authoritySource = AuthoritySource.LOGINS;
    private LocalDate today = LocalDate.of(2026, 1, 1);

    /** Adds a step to a record's life, as recorded by an actor; no rule is checked. */
    @SuppressWarnings("unchecked")
    public <E extends RecordEvent, S> RegistryInMemory with(
            RecordType<E, S> type, RecordId id, Actor actor, RecordEvent event) {
        String key = type.name() + "/" + id.value();
        Timeline<E, S> before = (Timeline<E, S>) timelines.getOrDefault(key, type.empty());
        long sequence = before.version() + 1;
        timelines.put(key, before.plus(new Step<>(sequence, sequence, actor, event)));
        return this;
    }

    /** Lets a record hold a key. */
    public RegistryInMemory holding(String key, ReservationEvent.Held held) {
        reservations.merge(key, ReservationState.FREE.after(held), (a, b) -> a.after(held));
        return this;
    }

    /** Lets a text be stored. */
    public RegistryInMemory storing(TextDigest digest) {
        texts.add(digest);
        return this;
    }

    /** From now on nobody is entitled without a mandate; it is this day. */
    public RegistryInMemory askingForMandatesOn(LocalDate day) {
        authoritySource = AuthoritySource.MANDATES;
        today = day;
        return this;
    }

    /** What has been recorded about keys, in order. */
    public List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /** What has been recorded about other records, in order. */
    public List<RecordedAlong> recordedAlong() {
        return List.copyOf(along);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E extends RecordEvent, S> Timeline<E, S> timeline(RecordType<E, S> type, RecordId id) {
        return (Timeline<E, S>) timelines.getOrDefault(type.name() + "/" + id.value(), type.empty());
    }

    @Override
    public ReservationState reservation(String key) {
        return reservations.getOrDefault(key, ReservationState.FREE);
    }

    @Override
    public boolean holdsText(TextDigest digest) {
        return texts.contains(digest);
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public AuthoritySource authoritySource() {
        return authoritySource;
    }

    @Override
    public OrganisationId administration() {
        return new OrganisationId("centre");
    }

    @Override
    public void record(String key, ReservationEvent event, MetaData metaData) {
        recorded.add(new Recorded(key, event));
        reservations.put(key, reservation(key).after(event));
    }

    @Override
    public void record(RecordType<?, ?> type, String id, long sequence, RecordEvent event, MetaData metaData) {
        along.add(new RecordedAlong(id, sequence, event));
    }
}
