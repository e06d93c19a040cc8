package org.coordinationledger.view.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.basisdocument.view.BasisDocumentView;
import org.coordinationledger.cellassignment.view.CellAssignmentView;
import org.coordinationledger.member.view.MemberView;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.lives.Life;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Builds;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.StoredSpans;

/** Views on a test ledger, and comparisons with the plain fold. */
public final class TestViews {

    public static final FeatureViews VIEWS = new FeatureViews(List.of(
            OrganisationView.VIEW, BasisDocumentView.VIEW, MemberView.VIEW, CellAssignmentView.VIEW));

    static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private TestViews() {}

    public static Generations generations(TestLedger test) {
        return new Generations(test.database(), test.ledger, test.ledger.dialect());
    }

    public static Views views(TestLedger test, Progress progress, ViewSettings settings) {
        return views(test, progress, settings, "one");
    }

    static Views views(TestLedger test, Progress progress, ViewSettings settings, String node) {
        return new Views(
                VIEWS, test.ledger, test.events, test.tokens(node), generations(test),
                new Builds(test.database(), Clock.systemUTC()), progress, settings, Clock.systemUTC());
    }

    static ViewBuild build(TestLedger test, Generations generations) {
        return new ViewBuild(VIEWS, test.ledger, generations, Clock.systemUTC(), FOLDER, 2);
    }

    /** Small batches and few records in memory; nothing that was superseded is kept. */
    public static ViewSettings settings(int segments) {
        return new ViewSettings(segments, 7, 5, 10, Duration.ZERO, false, FOLDER, 2);
    }

    static List<Span> spans(TestLedger test, Generation generation) {
        return StoredSpans.of(test.database(), generation);
    }

    /** At every pair of times up to the position, what spans say is what the fold says. */
    static void assertEqualToFold(TestLedger test, List<Span> spans, long upTo) {
        for (Life life : test.lives()) {
            List<Span> own =
                    spans.stream().filter(s -> s.record().equals(life.record())).toList();
            assertEqualToFold(life.view(), life, test.timeline(life), own, upTo);
        }
    }

    @SuppressWarnings("unchecked")
    private static <S> void assertEqualToFold(
            FeatureView<S> view, Life life, Timeline<?, ?> timeline, List<Span> own, long upTo) {
        Stream<Long> positions = Stream.concat(timeline.steps().stream().map(s -> s.position()), Stream.of(upTo));
        for (long k : positions.filter(p -> p <= upTo).distinct().toList()) {
            Timeline<?, S> known = (Timeline<?, S>) timeline.knownAt(k);
            for (int d = -1; d < 75; d++) {
                LocalDate day = LocalDate.of(2015, 1, 1).plusDays(d);
                Optional<Facts> folded = known.on(day).map(state -> view.factsOf(state, Life.basesOn(known, day)));
                assertThat(own.stream().filter(s -> s.includes(k, day)).map(Span::facts).toList())
                        .as("%s known at %d, effective on %s", life.record(), k, day)
                        .isEqualTo(folded.stream().toList());
            }
        }
    }

    /** Waits until something holds, looking again whenever the views changed. */
    public static void await(Progress progress, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            long seen = progress.changes();
            if (condition.getAsBoolean()) {
                return;
            }
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            progress.await(seen, Duration.ofMillis(100));
        }
    }

    /** Waits until the views that are read hold all that is recorded. */
    public static void awaitTail(TestLedger test, Progress progress) throws InterruptedException {
        Generations generations = generations(test);
        await(
                progress,
                () -> generations.live().filter(g -> generations.watermark(g) >= test.ledger.tail()).isPresent());
    }

    static Document live(TestLedger test) {
        return test.database().getCollection("views").find(new Document("_id", "live")).first();
    }
}
