package org.coordinationledger.view.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.view.CellAssignmentView;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.projection.TestViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.StepCollection;
import org.coordinationledger.view.trail.Finding;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Measures writing, indexing and searching made-up steps on a real MongoDB, in records of ten steps each that name one of
 * thousands of posts, communes, cells and members. By hand: {@code StepMeasurement [steps]}.
 */
final class StepMeasurement {

    private static final int BATCH = 10_000;
    private static final int OF_A_RECORD = 10;
    private static final int ORGANISATIONS = 3_000;
    private static final int TIMES = 11;
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4_000;
    private static final List<String> EVENTS =
            List.of("selected", "agreed", "introduced", "received", "assigned", "host-commented");

    private StepMeasurement() {}

    public static void main(String[] args) {
        int steps = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        MongoServers.stores().filter(server -> !server.isEmbedded()).forEach(server -> measure(server, steps));
    }

    private static void measure(TestServer server, int count) {
        try (TestLedger ledger = new TestLedger(server)) {
            Generations generations = TestViews.generations(ledger);
            Generation generation = generations.create("measured", 1);
            StepCollection steps = generations.steps(generation);
            Random random = new Random(1);
            long began = System.nanoTime();
            for (int from = 0; from < count; from += BATCH) {
                steps.insertNew(IntStream.range(from, Math.min(count, from + BATCH))
                        .mapToObj(position -> step(position, random))
                        .toList());
            }
            System.out.printf("%d steps written in %.1f s%n", count, seconds(began));
            began = System.nanoTime();
            steps.createIndexes();
            System.out.printf("indexes made in %.1f s%n", seconds(began));

            StepSearch search = new StepSearch(QuerySideConfiguration.VIEWS, generations, ledger.ledger);
            ReadPoint point = new ReadPoint(generation, count - 1);
            questions(count).forEach((name, question) -> {
                report(name + ", reading everything", search.asked(question, ReadingCircle.WHOLE, point));
                report(name + ", circle of 5", search.asked(question, circle(5), point));
                report(name + ", circle of 1500", search.asked(question, circle(1_500), point));
            });
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static ReadingCircle circle(int organisations) {
        Set<String> ids = IntStream.range(0, organisations).mapToObj(StepMeasurement::organisation)
                .collect(Collectors.toUnmodifiableSet());
        return ReadingCircle.of(ids, ids, false);
    }

    private static void report(String name, StepSearch.Asked asked) {
        List<Long> micros = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            found = asked.before(Long.MAX_VALUE, 51).size();
            micros.add((System.nanoTime() - began) / 1_000);
        }
        long began = System.nanoTime();
        int counted = asked.count(10_000);
        double counting = seconds(began) * 1e3;
        micros.sort(null);
        System.out.printf("%s: %d found, median %.1f ms, slowest %.1f ms; %d counted in %.1f ms%n",
                name, found, micros.get(TIMES / 2) / 1e3, micros.get(TIMES - 1) / 1e3, counted, counting);
    }

    private static Map<String, StepQuestion> questions(int count) {
        Map<String, StepQuestion> all = new LinkedHashMap<>();
        FeatureView<?> view = CellAssignmentView.VIEW;
        String post = organisation(2);
        all.put("all", question(null, null, null, null, null, null, null, null, List.of(), null));
        all.put("kind", question(view, null, null, null, null, null, null, null, List.of(), null));
        all.put("record", question(null, record(count / 2), null, null, null, null, null, null, List.of(), null));
        all.put("event", question(null, null, "cell-assignment.agreed", null, null, null, null, null, List.of(), null));
        all.put("actor", question(null, null, null, "P-0042", null, null, null, null, List.of(), null));
        all.put("organisation", question(null, null, null, null, post, null, null, null, List.of(), null));
        all.put("organisation and member", question(
                null, null, null, null, organisation(7), "member-7", null, null, List.of(), null));
        all.put("effective in a month", question(
                null, null, null, null, null, null, FIRST.plusDays(30), FIRST.plusDays(60), List.of(), null));
        all.put("actor and event and month", question(
                null, null, "cell-assignment.agreed", "P-0042", null, null, FIRST.plusDays(30), FIRST.plusDays(60), List.of(),
                null));
        all.put("without basis", question(
                null, null, null, null, null, null, null, null, List.of(Finding.Code.WITHOUT_BASIS), null));
        all.put("out of order", question(
                null, null, null, null, null, null, null, null,
                List.of(Finding.Code.OUT_OF_ORDER, Finding.Code.STEP_MISSING), null));
        all.put("late by a month", question(null, null, null, null, null, null, null, null, List.of(), 31));
        all.put("late by years", question(null, null, null, null, null, null, null, null, List.of(), 3_990));
        return all;
    }

    private static StepQuestion question(
            @Nullable FeatureView<?> view,
            @Nullable String record,
            @Nullable String event,
            @Nullable String actor,
            @Nullable String organisation,
            @Nullable String member,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            List<Finding.Code> findings,
            @Nullable Integer lateAfterDays) {
        return new StepQuestion(
                view, record, event, actor, organisation, member, null, null, effectiveFrom, effectiveTo, findings,
                lateAfterDays);
    }

    private static String organisation(int number) {
        return "organisation-%023d".formatted(number);
    }

    private static String record(int position) {
        return "record-%029d".formatted(position / OF_A_RECORD);
    }

    private static LedgerStep step(int position, Random random) {
        int record = position / OF_A_RECORD;
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        List<LedgerStep.Noted> findings = new ArrayList<>();
        if (position % 50 == 3) {
            findings.add(new LedgerStep.Noted(Finding.Code.WITHOUT_BASIS.name(), position, Span.CURRENT));
        }
        if (position % 5_000 == 7) {
            findings.add(new LedgerStep.Noted(Finding.Code.STEP_MISSING.name(), position, Span.CURRENT));
        }
        return new LedgerStep(
                position, CellAssignmentView.VIEW.type().name(), record(position), position % OF_A_RECORD,
                "cell-assignment." + EVENTS.get(position % EVENTS.size()), Instant.EPOCH.plusSeconds(position), day,
                new Actor("P-%04d".formatted(random.nextInt(2_000)),
                        new OrganisationId(organisation(record % ORGANISATIONS)), Role.RECORDER, null),
                null, random.nextInt(DAYS),
                List.of("member-" + record % 2_000, organisation(record % ORGANISATIONS),
                        organisation((record + 1) % ORGANISATIONS), organisation((record + 7) % ORGANISATIONS), record(position)),
                position, findings);
    }
}
