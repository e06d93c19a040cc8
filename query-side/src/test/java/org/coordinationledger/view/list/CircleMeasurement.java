package org.coordinationledger.view.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.coordinationledger.cellassignment.view.CellAssignmentView;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.projection.TestViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Named;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/**
 * Measures a page of a list, and counting a list, for circles of a few and of thousands of organisations, on each store. By
 * hand: {@code CircleMeasurement [spans on a real MongoDB] [spans on the embedded store]}.
 */
final class CircleMeasurement {

    private static final int ORGANISATIONS = 19_000;
    private static final int NAMED = 3;
    private static final int PAGE = 50;
    private static final int MOST_COUNTED = 50_001;
    private static final List<Integer> CIRCLES = List.of(3, 30, 1_000, 10_000);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    private CircleMeasurement() {}

    public static void main(String[] args) {
        int real = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int embedded = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
        MongoServers.stores().forEach(server -> measure(server, server.isEmbedded() ? embedded : real));
    }

    private static void measure(TestServer server, int count) {
        try (TestLedger ledger = new TestLedger(server)) {
            Generations generations = TestViews.generations(ledger);
            Generation generation = generations.create("measured", 1);
            SpanCollection spans = generations.spans(generation, CellAssignmentView.VIEW.type());
            spans.insertNew(spans(count));
            spans.createIndexes(CellAssignmentView.VIEW);
            SpanLists lists = new SpanLists(generations);
            ReadPoint point = new ReadPoint(generation, 1);
            for (int size : CIRCLES) {
                Set<String> circle = circle(size);
                Bson readable = ReadingCircle.of(circle, circle, false).condition(CellAssignmentView.VIEW).orElseThrow();
                report(server.name(), count, size, "page", () -> lists.ofFeature(
                                CellAssignmentView.VIEW, point, DAY, List.of(readable), "", null, PAGE)
                        .items().size());
                report(server.name(), count, size, "count", () -> lists.count(
                        Map.of(CellAssignmentView.VIEW, readable), point, DAY, MOST_COUNTED));
            }
        }
    }

    private static void report(String store, int spans, int size, String what, IntSupplier read) {
        int found = read.getAsInt();
        long began = System.nanoTime();
        read.getAsInt();
        System.out.printf("%s, %d spans: %s of a circle of %d organisations: %d found in %d ms%n",
                store, spans, what, size, found, (System.nanoTime() - began) / 1_000_000);
    }

    private static Set<String> circle(int size) {
        Set<String> circle = new HashSet<>();
        IntStream.range(0, size).forEach(i -> circle.add(id(i)));
        return circle;
    }

    private static String id(int organisation) {
        return "0198c9a4-7b1e-7000-8000-%012d".formatted(organisation);
    }

    /** Each names organisations that stand near each other in the tree. */
    private static List<Span> spans(int count) {
        Random random = new Random(1);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = random.nextInt(ORGANISATIONS - NAMED);
            List<String> named = IntStream.range(first, first + NAMED).mapToObj(CircleMeasurement::id).toList();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("open", random.nextBoolean());
            facts.put("post", named.get(0));
            facts.put("commune", named.get(1));
            facts.put("cell", named.get(2));
            spans.add(new Span(
                    CellAssignmentView.VIEW.type().name(), "assignment-%07d".formatted(i), 0, Span.CURRENT,
                    LocalDate.of(2015, 1, 1), Phase.OPEN_END, new Facts(facts), List.of(), List.of(), new Named(named, List.of())));
        }
        return spans;
    }
}
