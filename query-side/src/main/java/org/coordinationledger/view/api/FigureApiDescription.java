package org.coordinationledger.view.api;

import static org.coordinationledger.view.api.QueryApiDescription.API;
import static org.coordinationledger.view.api.QueryApiDescription.day;
import static org.coordinationledger.view.api.QueryApiDescription.get;
import static org.coordinationledger.view.api.QueryApiDescription.join;
import static org.coordinationledger.view.api.QueryApiDescription.pages;
import static org.coordinationledger.view.api.QueryApiDescription.query;
import static org.coordinationledger.view.api.QueryApiDescription.times;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.Direction;
import org.coordinationledger.view.figure.FigureBreakdowns;
import org.coordinationledger.view.figure.FigureTrends;
import org.coordinationledger.view.figure.TrendStep;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes the reads of figures, each with its parameters, the shape of its answer and an example. */
final class FigureApiDescription implements GlobalOpenApiCustomizer {

    private static final String TAG = "figures";
    private static final String ONE = API + "figures/{name}";

    private final FeatureViews views;

    FigureApiDescription(FeatureViews views) {
        this.views = views;
    }

    @Override
    public void customise(OpenAPI api) {
        Parameter all = name(views.figures().stream().map(FeatureFigure::figure));
        Parameter brokenDown = name(figures().filter(Figure::breaksDown));
        Parameter numbers = name(figures().filter(figure -> figure.comparable() && !figure.growing()));
        get(api, API + "figures", "figures.list", TAG, "All figures, with what each counts", List.of(),
                ShownFigures.FigureDescriptions.class, FigureExamples.LIST);
        get(api, ONE, "figures.value", TAG,
                "A figure of an organisation and all that stands under it, on a day, as known on a day",
                join(List.of(List.of(all, scope()), period(), List.of(comparedWith()), times())),
                ShownFigures.FigureAnswer.class, FigureExamples.VALUE);
        get(api, ONE + "/to-be-recorded", "figures.to-be-recorded", TAG,
                "What a review or a report of progress may say that a figure came to: over all records that count for the"
                        + " scope, whoever may read them",
                join(List.of(List.of(all, scope(), comparedWith()), times())), ShownFigures.FigureAnswer.class,
                FigureExamples.VALUE);
        get(api, ONE + "/records", "figures.records", TAG, "The records behind a figure",
                join(List.of(List.of(all, scope()), period(), times(), pages())), Shown.Items.class, null);
        ExportDescription.table(api, ONE + "/records");
        get(api, ONE + "/by-organisation", "figures.by-organisation", TAG,
                "A figure of an organisation and of each below it, by the tree as it was; at most "
                        + FigureBreakdowns.MOST_ROWS + " rows, by name",
                join(List.of(
                        List.of(brokenDown, scope(), by(), kind()), period(), List.of(comparedWith()), times())),
                ShownFigures.FigureByOrganisation.class, FigureExamples.BY_ORGANISATION);
        get(api, ONE + "/by/{fact}", "figures.by-code", TAG,
                "A figure for each code of a fact, such as appointments by position or outreach by topic",
                join(List.of(List.of(brokenDown, fact(), scope()), period(), List.of(comparedWith()), times())),
                ShownFigures.FigureByCode.class, FigureExamples.BY_CODE);
        get(api, ONE + "/trend", "figures.trend", TAG,
                "A figure on up to " + FigureTrends.MOST_DAYS + " days, all as known at one position",
                join(List.of(List.of(numbers, scope()), trend(), times())), ShownFigures.FigureTrend.class,
                FigureExamples.TREND);
        List.of(ONE, ONE + "/by-organisation", ONE + "/by/{fact}", ONE + "/trend")
                .forEach(path -> ExportDescription.table(api, path));
        get(api, ONE + "/why", "figures.why", TAG,
                "Why a figure has its value: what it counts, whose records those are, which step made each count, and"
                        + " what came and went since another pair of times",
                join(List.of(
                        List.of(all, scope()), period(), List.of(comparedWith(), comparedKnownOn()), times())),
                ShownReasons.FigureWhy.class, FigureExamples.WHY);
    }

    private Stream<Figure> figures() {
        return views.figures().stream().map(FeatureFigure::figure);
    }

    private static Parameter name(Stream<Figure> figures) {
        return new Parameter().in("path").name("name").required(true).description("The figure.")
                .schema(new StringSchema()._enum(figures.map(Figure::name).toList()));
    }

    private static Parameter scope() {
        return query(FigureReads.SCOPE,
                "An organisation: what stands under it along the party or the command line counts. All that you may read"
                        + " if not given.",
                new StringSchema(), "tinh-uy-dong-thap");
    }

    /** Only for figures of what happened on a day; their description names it. */
    private static List<Parameter> period() {
        return List.of(
                query(FigureReads.FROM,
                        "Only what happened on this day or later; of figures whose description names happenedOn.",
                        day(), "2018-01-01"),
                query(FigureReads.TO,
                        "Only what happened on this day or earlier; of the same figures. Where a record gathers what is"
                                + " counted over the years (deliveries, visits), it is placed as on this day if that comes"
                                + " before effectiveOn, and the answer says so as its effectiveOn.",
                        day(), "2018-12-31"));
    }

    private static Parameter comparedWith() {
        return query(FigureReads.COMPARED_WITH, "Another day to compare with.", day(), "2018-05-31");
    }

    private static Parameter comparedKnownOn() {
        return query(FigureReads.COMPARED_KNOWN_ON,
                "To compare with what was known then: at the end of a day, before an instant, or at a position.",
                new StringSchema(), "2019-12-31");
    }

    private static Parameter by() {
        return query(FigureReads.BY,
                "Along the party line (the default), the command line, or the territory that posts cover.",
                constants(Direction.values()), "party");
    }

    private static Parameter kind() {
        StringSchema kinds = new StringSchema();
        kinds._enum(Arrays.stream(OrganisationKind.values()).map(Enum::name).toList());
        return query(FigureReads.KIND,
                "All organisations of this kind anywhere below; those directly below if not given.", kinds,
                "COMMUNE_PARTY_COMMITTEE");
    }

    private static Parameter fact() {
        return new Parameter().in("path").name("fact").required(true)
                .description("One of the codes that the description of the figure names.")
                .schema(new StringSchema()).example("stage");
    }

    private static List<Parameter> trend() {
        return List.of(
                query(FigureReads.FROM, "The first day.", day(), "2018-01-01").required(true),
                query(FigureReads.TO, "No day is later; effectiveOn if not given.", day(), "2020-12-31"),
                query(FigureReads.STEP, "How far the days lie apart; a month if not given.",
                        constants(TrendStep.values()), "quarter"),
                query(FigureReads.PER_STEP,
                        "Whether each day counts only what happened since the one before; of figures whose description"
                                + " names happenedOn.",
                        new BooleanSchema(), null));
    }

    private static StringSchema constants(Enum<?>[] constants) {
        StringSchema words = new StringSchema();
        words._enum(Arrays.stream(constants).map(ReadQuery::word).toList());
        return words;
    }
}
