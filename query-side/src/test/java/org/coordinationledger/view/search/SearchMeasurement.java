package org.coordinationledger.view.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.coordinationledger.agreement.view.AgreementView;
import org.coordinationledger.basisdocument.view.BasisDocumentView;
import org.coordinationledger.cellassignment.view.CellAssignmentView;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.member.view.MemberView;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.projection.TestViews;
import org.coordinationledger.view.reading.Beside;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Named;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/**
 * Measures searches over made-up records, on each store. By hand: {@code SearchMeasurement [records on a real MongoDB]
 * [records on the embedded store]}.
 */
final class SearchMeasurement {

    private static final int WARM_UP = 10;
    private static final int TIMES = 21;
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final List<String> SYLLABLES = List.of(
            "An", "Bình", "Cường", "Đông", "Giang", "Hà", "Khánh", "Long", "Mỹ", "Nam", "Phước", "Quý", "Sơn", "Tân", "Thông",
            "Thường", "Tiền", "Vĩnh", "Xuân", "Yên");
    private static final List<String> SEARCHES = List.of(
            "thong binh", "ap 3", "chi bo", "chi bo ap 3 xa thong binh", "binh thong xa 3 ap", "09-qd/tu", "qd", "dv 012",
            "DV-01234 · Chi bộ ấp 3, xã Thông Bình", "phoi hop bao ve bien gioi", "quy che phoi hop xuan yen",
            "khong co gi nhu the");

    private SearchMeasurement() {}

    public static void main(String[] args) {
        int real = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int embedded = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
        MongoServers.stores()
                .forEach(server -> measure(server, server.isEmbedded() ? embedded : real));
    }

    private static void measure(TestServer server, int records) {
        try (TestLedger ledger = new TestLedger(server); Beside beside = new Beside()) {
            Generations generations = TestViews.generations(ledger);
            Generation generation = generations.create("measured", 1);
            for (FeatureView<?> view : QuerySideConfiguration.VIEWS.all()) {
                SpanCollection spans = generations.spans(generation, view.type());
                List<Span> all = spans(view, records);
                if (!all.isEmpty()) {
                    spans.insertNew(all);
                }
                spans.createIndexes(view);
            }
            RecordSearch search = new RecordSearch(QuerySideConfiguration.VIEWS, generations, beside, new Messages());
            ReadPoint point = new ReadPoint(generation, 1);
            List<RecordSearch.Asked> asked = SEARCHES.stream()
                    .map(typed -> new RecordSearch.Asked(
                            SearchText.of(typed).orElseThrow(), QuerySideConfiguration.VIEWS.all(), ReadingCircle.WHOLE, point,
                            DAY, Messages.VIETNAMESE, 10))
                    .toList();
            for (int i = 0; i < WARM_UP; i++) {
                asked.forEach(search::find);
            }
            asked.forEach(one -> report(server, records, search, one));
        }
    }

    private static void report(TestServer server, int records, RecordSearch search, RecordSearch.Asked asked) {
        List<Long> micros = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            found = search.find(asked).stream().mapToInt(group -> group.hits().size()).sum();
            micros.add((System.nanoTime() - began) / 1_000);
        }
        micros.sort(null);
        System.out.printf("%s, %d records: \"%s\": %d found, median %.1f ms, slowest %.1f ms%n",
                server.name(), records, asked.text().typed(), found, micros.get(TIMES / 2) / 1e3, micros.get(TIMES - 1) / 1e3);
    }

    /** A fifth organisations, a tenth members, half assignments, the rest documents and agreements. */
    private static List<Span> spans(FeatureView<?> view, int records) {
        Random random = new Random(1);
        if (view == OrganisationView.VIEW) {
            return spans(view, records / 5, i -> Map.of("name", commune(random, i)), List.of("name"));
        }
        if (view == MemberView.VIEW) {
            return spans(view, records / 10, i -> Map.of("code", "DV-%05d".formatted(i)), List.of("code"));
        }
        if (view == BasisDocumentView.VIEW) {
            return spans(view, records / 10, i -> Map.of(
                    "number", "%02d-QĐ/TU".formatted(i % 500), "issuer", id(OrganisationView.VIEW, random.nextInt(records / 5)),
                    "subject", "Phối hợp bảo vệ biên giới " + commune(random, i)), List.of("number", "subject"));
        }
        if (view == AgreementView.VIEW) {
            return spans(view, records / 10, i -> Map.of(
                    "kind", "RULES", "number", "%02d-QC/PH".formatted(i % 500),
                    "lead", id(OrganisationView.VIEW, random.nextInt(records / 5)),
                    "subject", "Quy chế phối hợp " + commune(random, i)), List.of("number", "subject"));
        }
        if (view == CellAssignmentView.VIEW) {
            return spans(view, records / 2, i -> Map.of(
                    "member", id(MemberView.VIEW, random.nextInt(records / 10)),
                    "cell", id(OrganisationView.VIEW, random.nextInt(records / 5)),
                    "letter", "%02d-GT/ĐU".formatted(i % 500)), List.of("letter"));
        }
        return List.of();
    }

    private static String commune(Random random, int number) {
        return "Chi bộ ấp %d, xã %s %s".formatted(
                number % 12, SYLLABLES.get(random.nextInt(SYLLABLES.size())), SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }

    private static String id(FeatureView<?> view, int number) {
        return view.resource() + "-%08d".formatted(number);
    }

    private static List<Span> spans(
            FeatureView<?> view, int count, IntFunction<Map<String, String>> facts, List<String> searched) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Map<String, String> all = facts.apply(i);
                    Map<String, Object> kept = new LinkedHashMap<>(all);
                    kept.remove("subject");
                    kept.put("open", true);
                    return new Span(
                            view.type().name(), id(view, i), 0, Span.CURRENT, LocalDate.of(2015, 1, 1), Phase.OPEN_END,
                            new Facts(kept), searched.stream().map(all::get).toList(), List.of(),
                            Named.NOTHING);
                })
                .toList();
    }
}
