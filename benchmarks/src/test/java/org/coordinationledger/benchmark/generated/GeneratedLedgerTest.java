package org.coordinationledger.benchmark.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedLedgerTest {

    private static final long EVENTS = 3_000;

    @ParameterizedTest
    @MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
    void every_stream_of_a_generated_ledger_folds_without_a_misfit_and_every_event_occurs(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            LedgerGenerator.Outcome outcome = generate(database);
            List<Entry> entries = entries(database);

            assertThat(entries).hasSize((int) outcome.entries());
            assertThat(entries.size()).isBetween((int) EVENTS, (int) EVENTS + 10);
            assertThat(entries).extracting(Entry::eventName).containsAll(
                    Catalogue.eventTypes().stream().map(EventType::name).toList());
            assertThat(timelines(entries).values()).allSatisfy(
                    timeline -> assertThat(timeline.misfits()).isEmpty());
        }
    }

    @Test
    void no_key_of_a_generated_ledger_is_held_twice_at_a_time() {
        try (TestDatabase database = MongoServers.embedded().freshDatabase()) {
            generate(database);

            Map<String, ReservationState> states = new HashMap<>();
            for (Entry entry : entries(database)) {
                if (entry.streamType().equals(Catalogue.RESERVATION)) {
                    ReservationEvent event = (ReservationEvent) event(entry);
                    ReservationState before = states.getOrDefault(entry.streamId(), ReservationState.FREE);
                    if (event instanceof ReservationEvent.Held held) {
                        assertThat(before.conflictWith(held)).isEmpty();
                    }
                    states.put(entry.streamId(), before.after(event));
                }
            }
            assertThat(states).hasSizeGreaterThan(100);
        }
    }

    @Test
    void the_same_seed_gives_the_same_records() {
        try (TestDatabase one = MongoServers.embedded().freshDatabase();
                TestDatabase other = MongoServers.embedded().freshDatabase()) {
            generate(one);
            generate(other);

            assertThat(contents(one)).isEqualTo(contents(other));
        }
    }

    private static LedgerGenerator.Outcome generate(TestDatabase database) {
        try (LedgerGenerator generator =
                new LedgerGenerator(database.client(), database.name(), recorded -> {})) {
            return generator.generate(LedgerPlan.of(EVENTS, 1));
        }
    }

    private static Set<String> contents(TestDatabase database) {
        Set<String> contents = new TreeSet<>();
        entries(database).forEach(e -> contents.add(e.streamId() + "@" + e.sequence() + e.eventId() + e.payload()));
        return contents;
    }

    private static List<Entry> entries(TestDatabase database) {
        try (LedgerStore store = LedgerStore.builder(database.client(), database.name()).build()) {
            List<Entry> all = new ArrayList<>();
            List<Entry> page = store.entriesFrom(0, 1_000);
            while (!page.isEmpty()) {
                all.addAll(page);
                page = store.entriesFrom(all.size(), 1_000);
            }
            return all;
        }
    }

    private static Map<String, Timeline<?, ?>> timelines(List<Entry> entries) {
        Map<String, Timeline<?, ?>> timelines = new HashMap<>();
        for (Entry entry : entries) {
            Catalogue.recordType(entry.streamType()).ifPresent(type -> {
                Timeline<?, ?> timeline = timelines.getOrDefault(entry.streamId(), type.empty());
                timelines.put(entry.streamId(), timeline.plus(new Step<>(
                        entry.sequence(), entry.position(), actor(entry.metadata()), (RecordEvent) event(entry))));
            });
        }
        return timelines;
    }

    private static Object event(Entry entry) {
        EventType type = Catalogue.named(entry.eventName()).orElseThrow();
        return EventJson.mapper().treeToValue(entry.payload(), type.type());
    }

    private static Actor actor(Map<String, String> metadata) {
        return new Actor(
                metadata.get(ActorMetadata.ACTOR),
                new OrganisationId(metadata.get(ActorMetadata.ORGANISATION)),
                Role.valueOf(metadata.get(ActorMetadata.ROLE)),
                Optional.ofNullable(metadata.get(ActorMetadata.BODY)).map(Body::valueOf).orElse(null));
    }
}
