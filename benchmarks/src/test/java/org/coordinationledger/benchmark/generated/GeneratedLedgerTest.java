package org.coordinationledger.benchmark.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.recordheads.event.RecordHeadsEvent;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;

class GeneratedLedgerTest {

    private static final int EVENTS = 24_000;
    private static final int STORED = EVENTS / 9;
    private static final List<GeneratedCommit> COMMITS = simulated(EVENTS);

    @Test
    void every_event_of_the_catalogue_occurs_but_what_a_ledger_records_of_itself() {
        assertThat(events()).hasSizeBetween(EVENTS, EVENTS + 10);
        assertThat(events()).extracting(NewEvent::eventName).containsAll(Catalogue.eventTypes().stream()
                .filter(type -> !RecordHeadsEvent.class.isAssignableFrom(type.type()))
                .map(EventType::name)
                .toList());
    }

    @Test
    void every_stream_as_it_is_stored_folds_without_a_misfit() {
        Map<String, Timeline<?, ?>> timelines = new HashMap<>();
        for (NewEvent event : events()) {
            Catalogue.recordType(event.streamType()).ifPresent(type -> {
                Timeline<?, ?> timeline = timelines.getOrDefault(event.streamId(), type.empty());
                timelines.put(event.streamId(), timeline.plus(new Step<>(
                        event.sequence(), event.sequence(), actor(event.metadata()), (RecordEvent) read(event))));
            });
        }

        assertThat(timelines).hasSizeGreaterThan(EVENTS / 15);
        assertThat(timelines.values()).allSatisfy(timeline -> assertThat(timeline.misfits()).isEmpty());
    }

    @Test
    void no_key_is_held_twice_at_a_time() {
        Map<String, ReservationState> states = new HashMap<>();
        for (NewEvent event : events()) {
            if (event.streamType().equals(Catalogue.RESERVATION)) {
                ReservationState before = states.getOrDefault(event.streamId(), ReservationState.FREE);
                ReservationEvent happened = (ReservationEvent) read(event);
                if (happened instanceof ReservationEvent.Held held) {
                    assertThat(before.conflictWith(held)).isEmpty();
                }
                states.put(event.streamId(), before.after(happened));
            }
        }

        assertThat(states).hasSizeGreaterThan(EVENTS / 30);
    }

    @Test
    void the_same_seed_gives_the_same_ledger() {
        assertThat(simulated(EVENTS)).isEqualTo(COMMITS);
    }

    @Test
    void a_generated_ledger_is_stored_with_the_times_made_up() {
        try (TestDatabase database = MongoServers.realMongo().orElseGet(MongoServers::embedded).freshDatabase()) {
            try (LedgerGenerator generator =
                    new LedgerGenerator(database.client(), database.name(), recorded -> {})) {
                generator.generate(LedgerPlan.of(STORED, 1));
            }

            List<Entry> entries = entries(database);
            assertThat(entries).extracting(e -> e.streamId() + "@" + e.sequence() + " " + e.eventId())
                    .containsExactlyInAnyOrderElementsOf(events(simulated(STORED)).stream()
                            .map(e -> e.streamId() + "@" + e.sequence() + " " + e.eventId())
                            .toList());
            assertThat(entries.get(0).recordedAt()).isBetween("2015-01-05T00:00:00Z", "2015-01-08T00:00:00Z");
            assertThat(entries.get(entries.size() - 1).recordedAt())
                    .isBetween("2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
        }
    }

    private static List<GeneratedCommit> simulated(int events) {
        List<GeneratedCommit> commits = new ArrayList<>();
        new World(LedgerPlan.of(events, 1), commits::add).run();
        return List.copyOf(commits);
    }

    private static List<NewEvent> events() {
        return events(COMMITS);
    }

    private static List<NewEvent> events(List<GeneratedCommit> commits) {
        return commits.stream().flatMap(commit -> commit.rendered().stream()).toList();
    }

    private static Object read(NewEvent event) {
        EventType type = Catalogue.named(event.eventName()).orElseThrow();
        return EventJson.mapper().readValue(event.payload(), type.type());
    }

    private static List<Entry> entries(TestDatabase database) {
        try (LedgerStore store = LedgerStore.builder(database.client(), database.name()).build()) {
            return store.entriesFrom(0, 2 * STORED);
        }
    }

    private static Actor actor(Map<String, String> metadata) {
        return new Actor(
                metadata.get(ActorMetadata.ACTOR),
                new OrganisationId(metadata.get(ActorMetadata.ORGANISATION)),
                Role.valueOf(metadata.get(ActorMetadata.ROLE)),
                Optional.ofNullable(metadata.get(ActorMetadata.BODY)).map(Body::valueOf).orElse(null));
    }
}
