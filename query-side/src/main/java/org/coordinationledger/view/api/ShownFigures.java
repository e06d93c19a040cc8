package org.coordinationledger.view.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.CodeBreakdown;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.FigureTrends;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.figure.OrganisationBreakdown;
import org.coordinationledger.vocabulary.Quality;
import org.jspecify.annotations.Nullable;

/** The shapes of answers about figures. {@code knownAt} is the position that everything in an answer was read at. */
final class ShownFigures {

    private ShownFigures() {}

    /**
     * What a figure is.
     *
     * @param title in the language asked for
     * @param definition what counts and what does not, in the language asked for
     * @param happenedOn the fact that holds the day on which it happens, so that it is counted within a period, the
     *     last of them where a record gathers it over the years; or null
     * @param codes the facts by which it can be broken down; none where it cannot be broken down
     */
    record FigureDescription(
            String figure,
            String title,
            String definition,
            String resource,
            String measure,
            @Nullable String of,
            Map<String, Object> where,
            boolean needsScope,
            boolean needsComparedWith,
            @Nullable String happenedOn,
            List<String> codes) {

        static FigureDescription of(FeatureFigure one, Messages messages, Locale language) {
            Figure figure = one.figure();
            return new FigureDescription(
                    figure.name(), ShownFigures.title(figure, messages, language),
                    ShownFigures.definition(figure, messages, language),
                    one.view().resource(), figure.measure().name(), figure.of(), figure.where(), figure.needsScope(),
                    figure.growing(), figure.happenedOn(),
                    figure.breaksDown() ? ShownFigures.codes(one.view()) : List.of());
        }
    }

    static List<String> codes(FeatureView<?> view) {
        return view.codes().stream().map(Fact::name).toList();
    }

    static String title(Figure figure, Messages messages, Locale language) {
        return messages.text("figure." + figure.name(), language);
    }

    static String definition(Figure figure, Messages messages, Locale language) {
        return messages.text("figure-definition." + figure.name(), language);
    }

    record FigureDescriptions(List<FigureDescription> figures) {}

    /**
     * The value of a figure; the meaning of the components is that of {@link FigureValue}.
     *
     * @param from the first day of the period that is counted, or null
     * @param to its last day, or null
     */
    record FigureAnswer(
            String figure,
            @Nullable String scope,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long knownAt,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
            @Nullable Quality quality,
            @Nullable Object compared,
            @Nullable Number growth) {

        static FigureAnswer of(FigureReads.Value told) {
            FigureQuestion question = told.question();
            FigureValue value = told.found();
            return new FigureAnswer(
                    question.figure().figure().name(), question.scope(), question.effectiveOn(), told.comparedWith(),
                    question.period().from(), question.period().to(), question.point().knownAt(), value.value(),
                    value.quality(), value.compared(), value.growth());
        }
    }

    /** A value beside others. The meaning of the components is that of {@link FigureValue}. */
    record PartOfFigure(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
            @Nullable Quality quality,
            @Nullable Object compared,
            @Nullable Number growth) {

        static PartOfFigure of(FigureValue value) {
            return new PartOfFigure(value.value(), value.quality(), value.compared(), value.growth());
        }
    }

    /**
     * An organisation in a break-down.
     *
     * @param standing whether it stood on the day; one that did not is there only while records count for it
     */
    record OrganisationRow(
            String organisation,
            String name,
            String kind,
            boolean standing,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
            @Nullable Quality quality,
            @Nullable Object compared,
            @Nullable Number growth) {

        static OrganisationRow of(OrganisationBreakdown.Row row) {
            FigureValue value = row.value();
            return new OrganisationRow(
                    row.organisation(), row.name(), row.kind(), row.standing(), value.value(), value.quality(),
                    value.compared(), value.growth());
        }
    }

    /**
     * A figure by organisation. A record may count for several rows.
     *
     * @param rest of the records of the scope that count for none of the rows
     * @param rows in Vietnamese order of names
     * @param count how many rows there are
     * @param whole whether all of them are here
     */
    record FigureByOrganisation(
            String figure,
            @Nullable String scope,
            String by,
            @Nullable String kind,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long knownAt,
            PartOfFigure total,
            PartOfFigure rest,
            List<OrganisationRow> rows,
            int count,
            boolean whole) {

        static FigureByOrganisation of(FigureReads.ByOrganisation told) {
            FigureQuestion question = told.question();
            OrganisationBreakdown found = told.found();
            OrganisationKind kind = told.kind();
            return new FigureByOrganisation(
                    question.figure().figure().name(), question.scope(), ReadQuery.word(told.by()),
                    kind == null ? null : kind.name(), question.effectiveOn(), told.comparedWith(),
                    question.period().from(), question.period().to(), question.point().knownAt(),
                    PartOfFigure.of(found.total()), PartOfFigure.of(found.rest()),
                    found.rows().stream().map(OrganisationRow::of).toList(), found.count(), found.whole());
        }
    }

    /**
     * A code in a break-down.
     *
     * @param code null for records that have none
     * @param title the code in the words of the language asked for, or null
     */
    record CodeRow(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String code,
            @Nullable String title,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
            @Nullable Quality quality,
            @Nullable Object compared,
            @Nullable Number growth) {

        static CodeRow of(CodeBreakdown.Row row, @Nullable String title) {
            FigureValue value = row.value();
            return new CodeRow(
                    row.code(), title, value.value(), value.quality(), value.compared(), value.growth());
        }
    }

    /** A figure by the codes of a fact, in the order in which they are declared. */
    record FigureByCode(
            String figure,
            @Nullable String scope,
            String fact,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long knownAt,
            PartOfFigure total,
            List<CodeRow> rows) {

        static FigureByCode of(FigureReads.ByCode told, List<CodeRow> rows) {
            FigureQuestion question = told.question();
            return new FigureByCode(
                    question.figure().figure().name(), question.scope(), told.fact().name(), question.effectiveOn(),
                    told.comparedWith(),
                    question.period().from(), question.period().to(), question.point().knownAt(),
                    PartOfFigure.of(told.found().total()), rows);
        }
    }

    /**
     * A figure on one day.
     *
     * @param from the first day of the time that is counted, or null where everything up to the day is
     * @param value null where there was no such scope on the day, or no value
     */
    record TrendPoint(
            LocalDate effectiveOn,
            @Nullable LocalDate from,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
            @Nullable Quality quality) {

        static TrendPoint of(FigureTrends.Point point) {
            return new TrendPoint(
                    point.day(), point.from(), point.value().value(), point.value().quality());
        }
    }

    /** @param perStep whether each point counts only what happened since the one before */
    record FigureTrend(
            String figure,
            @Nullable String scope,
            String step,
            boolean perStep,
            long knownAt,
            List<TrendPoint> points) {

        static FigureTrend of(FigureReads.Trend told) {
            FigureQuestion question = told.question();
            return new FigureTrend(
                    question.figure().figure().name(), question.scope(), ReadQuery.word(told.step()), told.perStep(),
                    question.point().knownAt(), told.points().stream().map(TrendPoint::of).toList());
        }
    }
}
