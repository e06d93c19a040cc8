package org.coordinationledger.benchmark.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure.Measure;
import org.coordinationledger.view.figure.CodeBreakdown;
import org.coordinationledger.view.figure.Direction;
import org.coordinationledger.view.figure.FigureBreakdowns;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.FigureReason;
import org.coordinationledger.view.figure.FigureReasons;
import org.coordinationledger.view.figure.FigureTrends;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.figure.OrganisationBreakdown;
import org.coordinationledger.view.figure.Period;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.record.RecordStreams;

/** Holds all that is told of figures at a pair of times against figures counted one record after the other. */
final class NaiveFigures {

    private static final int FIGURES = 8;
    private static final int REASONS = 4;
    private static final int LONGEST_PERIOD_DAYS = 900;

    private final Figures figures;
    private final FigureBreakdowns breakdowns;
    private final FigureTrends trends;
    private final FigureReasons reasons;
    private final Random random;
    private final List<LocalDate> days;

    NaiveFigures(Figures figures, RecordStreams streams, Random random, List<LocalDate> days) {
        this.figures = figures;
        this.breakdowns = new FigureBreakdowns(figures);
        this.trends = new FigureTrends(figures);
        this.reasons = new FigureReasons(figures, streams);
        this.random = random;
        this.days = days;
    }

    /**
     * Some figures, and always the median and those that accumulate, for the whole ledger and two organisations.
     *
     * @param known what all records are on a day, as known at the point
     */
    void compare(ReadPoint point, LocalDate day, Function<LocalDate, Map<String, Map<String, Facts>>> known) {
        List<FeatureFigure> several = new ArrayList<>(QuerySideConfiguration.VIEWS.figures());
        several.removeIf(one -> one.figure().needsScope());
        Collections.shuffle(several, random);
        List<FeatureFigure> compared = new ArrayList<>(several.subList(0, FIGURES));
        several.stream()
                .filter(one -> one.figure().measure() == Measure.MEDIAN || one.figure().accumulating())
                .forEach(compared::add);
        List<String> organisations = List.copyOf(known.apply(day).getOrDefault("Organisation", Map.of()).keySet());
        for (FeatureFigure one : compared) {
            List<String> scopes = new ArrayList<>();
            scopes.add(null);
            if (!organisations.isEmpty()) {
                scopes.add(organisations.get(0));
                scopes.add(organisations.get(random.nextInt(organisations.size())));
            }
            Period period = one.figure().happenedOn() == null ? Period.ALL : period();
            for (String scope : scopes) {
                compare(new FigureQuestion(one, scope, ReadingCircle.WHOLE, point, day, Period.ALL), known);
                compare(new FigureQuestion(one, scope, ReadingCircle.WHOLE, point, day, period), known);
            }
        }
    }

    private Period period() {
        LocalDate from = days.get(random.nextInt(days.size()));
        return switch (random.nextInt(3)) {
            case 0 -> new Period(from, null);
            case 1 -> new Period(null, from);
            default -> new Period(from, from.plusDays(random.nextInt(LONGEST_PERIOD_DAYS)));
        };
    }

    private void compare(FigureQuestion question, Function<LocalDate, Map<String, Map<String, Facts>>> known) {
        FeatureFigure one = question.figure();
        String scope = question.scope();
        String told = "%s of %s during %s known at %d on %s".formatted(
                one.figure().name(), scope, question.period(), question.point().knownAt(), question.effectiveOn());
        LocalDate from = question.period().from();
        NaiveFigure naive = new NaiveFigure(
                one, question.effectiveOn(), question.period(), known.apply(question.effectiveOn()),
                one.figure().accumulating() && from != null ? known.apply(from.minusDays(1)) : Map.of());
        assertThat(NaiveFigure.written(figures.value(question, null).value()))
                .as(told)
                .isEqualTo(naive.value(scope));
        if (random.nextInt(REASONS) == 0) {
            compareReason(question, naive, told);
        }
        if (one.figure().breaksDown()) {
            compareParts(question, naive, known, told);
        }
    }

    private void compareReason(FigureQuestion question, NaiveFigure naive, String told) {
        FigureReason reason = reasons.of(question, null).orElseThrow();
        assertThat(reason.records()).as("records of %s", told).isEqualTo(naive.records(question.scope()));
        reason.organisations().stream().flatMap(part -> part.shown().stream()).forEach(counted -> {
            assertThat(counted.since()).as("%s in %s", counted.id(), told).isBeforeOrEqualTo(question.effectiveOn());
            assertThat(counted.step()).as("%s in %s", counted.id(), told).isNotNull();
        });
    }

    private void compareParts(
            FigureQuestion question,
            NaiveFigure naive,
            Function<LocalDate, Map<String, Map<String, Facts>>> known,
            String told) {
        FeatureFigure one = question.figure();
        String scope = question.scope();
        if (scope != null) {
            OrganisationBreakdown found = breakdowns.byOrganisation(question, Direction.PARTY, null, null);
            Map<String, String> rows = new HashMap<>();
            found.rows().forEach(row -> rows.put(row.organisation(), NaiveFigure.written(row.value().value())));
            Map<String, String> expected = new HashMap<>();
            naive.below(scope).forEach(id -> expected.put(id, naive.value(id)));
            assertThat(found.whole()).isTrue();
            assertThat(rows).as("organisations below in %s", told).isEqualTo(expected);
            assertThat(NaiveFigure.written(found.total().value())).as(told).isEqualTo(naive.value(scope));
        }
        for (Fact<?> code : question.figure().view().codes()) {
            CodeBreakdown found = breakdowns.byCode(question, code, null);
            for (CodeBreakdown.Row row : found.rows()) {
                assertThat(NaiveFigure.written(row.value().value()))
                        .as("%s %s in %s", code.name(), row.code(), told)
                        .isEqualTo(naive.value(scope, code.name(), row.code()));
            }
        }
        if (question.period().equals(Period.ALL)) {
            List<LocalDate> on = List.of(days.get(random.nextInt(days.size())), question.effectiveOn());
            for (FigureTrends.Point point : trends.points(question, on, null)) {
                if (point.known()) {
                    assertThat(NaiveFigure.written(point.value().value()))
                            .as("on %s: %s", point.day(), told)
                            .isEqualTo(new NaiveFigure(one, point.day(), known.apply(point.day())).value(scope));
                }
            }
        }
    }
}
