package org.coordinationledger.command.record;

import com.mongodb.client.MongoCollection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerBounds;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;

/**
 * Measures what it costs to load a long record and to decide one more step on it: from its entries, from a snapshot (which
 * must hold all steps, since a correction may reach back to any of them), and from steps in memory. Run it by hand with
 * {@code LEDGER_MONGOD} set.
 */
final class LoadTime {

    private static final Actor ACTOR = new Actor("administrator", new OrganisationId("centre"), Role.ADMINISTRATOR);
    private static final int ROUNDS = 15;

    private LoadTime() {}

    public static void main(String[] arguments) throws Exception {
        TestDatabase database = MongoServers.realMongo().orElseThrow().freshDatabase();
        try (LedgerStore ledger = LedgerStore.builder(database.client(), database.name()).build()) {
            MongoCollection<Document> snapshots =
                    database.client().getDatabase(database.name()).getCollection("measured");
            for (int events : new int[] {10, 10, 100, 1_000, 10_000}) {
                measure(ledger, snapshots, "record-" + System.nanoTime(), events);
            }
        }
        database.close();
        System.exit(0);
    }

    private static void measure(LedgerStore ledger, MongoCollection<Document> snapshots, String id, int events)
            throws Exception {
        record(ledger, id, events);
        List<Step<?>> steps = fromEntries(ledger, id);
        snapshots.insertOne(new Document("_id", id).append("steps", steps.stream()
                .map(step -> EventJson.mapper().writeValueAsString(step.event()))
                .toList()));
        System.out.printf(Locale.ROOT,
                "%6d events: entries %.2f ms, snapshot %.2f ms, fold of steps in memory %.2f ms%n", events,
                millis(() -> decide(fromEntries(ledger, id))),
                millis(() -> decide(fromSnapshot(snapshots, id))),
                millis(() -> decide(steps)));
    }

    private static double millis(Callable<?> work) throws Exception {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.call();
            all.add((System.nanoTime() - start) / 1e6);
        }
        all.sort(null);
        return all.get(ROUNDS / 2);
    }

    private static void record(LedgerStore ledger, String id, int events) {
        for (int first = 0; first < events; first += LedgerBounds.MAX_COMMIT_ENTRIES) {
            List<NewEvent> commit = new ArrayList<>();
            for (int i = first; i < Math.min(events, first + LedgerBounds.MAX_COMMIT_ENTRIES); i++) {
                boolean begins = i == 0;
                Object event = begins
                        ? new OrganisationEvent.Registered(LocalDate.of(1980, 1, 1), OrganisationKind.CELL, new Name("Chi bộ"),
                                null, null, List.of(), Territory.UNKNOWN, true, List.of())
                        : renamed(i);
                commit.add(new NewEvent("Organisation", id, i, id + "-" + i,
                        begins ? "organisation.registered" : "organisation.renamed", "1",
                        EventJson.mapper().writeValueAsString(event),
                        Map.of("actor", "administrator", "organisation", "centre", "role", "ADMINISTRATOR")));
            }
            ledger.append(commit, new ReadSet());
        }
    }

    private static OrganisationEvent.Renamed renamed(int i) {
        return new OrganisationEvent.Renamed(
                LocalDate.of(1980, 1, 1).plusDays(i), new Name("Chi bộ thôn " + i), new Reason("Đổi tên"), List.of());
    }

    private static Class<? extends OrganisationEvent> typeOf(long sequence) {
        return sequence == 0 ? OrganisationEvent.Registered.class : OrganisationEvent.Renamed.class;
    }

    private static Step<?> step(int sequence, String json) {
        return new Step<>(sequence, sequence, ACTOR, EventJson.mapper().readValue(json, typeOf(sequence)));
    }

    private static List<Step<?>> fromEntries(LedgerStore ledger, String id) {
        List<Step<?>> steps = new ArrayList<>();
        List<Entry> page;
        do {
            page = ledger.entriesOf(id, steps.size(), LedgerBounds.MAX_READ);
            for (Entry entry : page) {
                steps.add(new Step<>(entry.sequence(), entry.sequence(), ACTOR,
                        EventJson.mapper().readValue(entry.payload(), typeOf(entry.sequence()))));
            }
        } while (page.size() == LedgerBounds.MAX_READ);
        return steps;
    }

    private static List<Step<?>> fromSnapshot(MongoCollection<Document> snapshots, String id) {
        List<String> texts = snapshots.find(new Document("_id", id)).first().getList("steps", String.class);
        List<Step<?>> steps = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            steps.add(step(i, texts.get(i)));
        }
        return steps;
    }

    private static Object decide(List<Step<?>> steps) {
        Timeline<OrganisationEvent, OrganisationState> timeline = OrganisationState.TYPE.empty();
        for (Step<?> step : steps) {
            timeline = timeline.plus(step);
        }
        return timeline.require(renamed(steps.size()), ACTOR);
    }
}
