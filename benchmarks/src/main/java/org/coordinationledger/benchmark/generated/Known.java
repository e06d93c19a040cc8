package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.TextDigest;

/** All records made up so far, who holds which key, and the texts made up: what a decision looks at. */
final class Known implements Registry {

    private final Map<String, Life<?, ?>> lives = new LinkedHashMap<>();
    private final Map<String, Held> held = new HashMap<>();
    private final Set<TextDigest> texts = new HashSet<>();
    private final Supplier<LocalDate> today;

    Known(Supplier<LocalDate> today) {
        this.today = today;
    }

    /** Who holds a key, and the sequence of the last event on its stream. */
    private record Held(ReservationState state, long version) {
        static final Held NEVER = new Held(ReservationState.FREE, -1);
    }

    void add(Life<?, ?> life) {
        lives.put(life.id, life);
    }

    /** In the order in which they began. */
    Collection<Life<?, ?>> lives() {
        return Collections.unmodifiableCollection(lives.values());
    }

    void add(TextDigest text) {
        texts.add(text);
    }

    /** Makes something happen to a key, and returns the sequence of the event on the key's stream. */
    long take(String key, ReservationEvent event) {
        Held before = held.getOrDefault(key, Held.NEVER);
        Held after = new Held(before.state().after(event), before.version() + 1);
        held.put(key, after);
        return after.version();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E extends RecordEvent, S> Timeline<E, S> timeline(RecordType<E, S> type, RecordId id) {
        Life<?, ?> life = lives.get(id.value());
        return life == null || !life.type.equals(type) ? type.empty() : (Timeline<E, S>) life.timeline;
    }

    @Override
    public ReservationState reservation(String key) {
        return held.getOrDefault(key, Held.NEVER).state();
    }

    @Override
    public boolean holdsText(TextDigest digest) {
        return texts.contains(digest);
    }

    @Override
    public LocalDate today() {
        return today.get();
    }

    @Override
    public AuthoritySource authoritySource() {
        return AuthoritySource.LOGINS;
    }

    @Override
    public OrganisationId administration() {
        return Organisations.ADMINISTRATION;
    }

    @Override
    public void record(String key, ReservationEvent event, MetaData metaData) {
        throw new UnsupportedOperationException("what a step does to keys is taken from what was decided");
    }

    @Override
    public void record(RecordType<?, ?> type, String id, long sequence, RecordEvent event, MetaData metaData) {
        throw new UnsupportedOperationException("what a step brings about is taken from what was decided");
    }

    /** A record made up before. */
    @SuppressWarnings("unchecked")
    <E extends RecordEvent, S> Life<E, S> life(RecordType<E, S> type, String id) {
        Life<?, ?> life = Objects.requireNonNull(lives.get(id), id);
        if (!life.type.equals(type)) {
            throw new IllegalArgumentException(id + " is no " + type.name());
        }
        return (Life<E, S>) life;
    }
}
