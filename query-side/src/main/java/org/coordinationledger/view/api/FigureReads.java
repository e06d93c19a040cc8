package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/** Reads one figure as it is asked for, and refuses what cannot be told. */
public final class FigureReads {

    public static final String SCOPE = "scope";
    public static final String COMPARED_WITH = "comparedWith";

    private static final int LONGEST_SHOWN = 60;

    private final FeatureViews views;
    private final Figures figures;

    FigureReads(FeatureViews views, Figures figures) {
        this.views = views;
        this.figures = figures;
    }

    /** @throws RejectedException with {@link ReadRejection.UnknownFigure} */
    public FeatureFigure figure(String name) {
        return views.figure(name)
                .orElseThrow(() -> new RejectedException(new ReadRejection.UnknownFigure(
                        name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…",
                        views.figures().stream().map(f -> f.figure().name()).toList())));
    }

    public static @Nullable String scope(ReadQuery query) {
        return query.text(SCOPE).map(RecordId::checked).orElse(null);
    }

    /** What else must be so of the records behind a figure. */
    List<Bson> conditions(FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn) {
        requireKnown(figure, scope, point, effectiveOn);
        return figures.conditions(figure, scope, point, effectiveOn);
    }

    /** The further parameters that a figure takes. */
    public static List<String> parameters(FeatureFigure figure) {
        return figure.figure().comparable() ? List.of(SCOPE, COMPARED_WITH) : List.of(SCOPE);
    }

    /** Refuses a figure without what it needs, or with what it does not take. */
    public static void requireAskable(FeatureFigure figure, @Nullable String scope, @Nullable LocalDate comparedWith) {
        if (comparedWith != null && !figure.figure().comparable()) {
            throw new RejectedException(new ServiceRejection.UnknownParameter(COMPARED_WITH, parameters(figure)));
        }
        if (comparedWith == null && figure.figure().growing()) {
            throw new RejectedException(new ServiceRejection.MissingParameter(COMPARED_WITH));
        }
        if (scope == null && figure.figure().needsScope()) {
            throw new RejectedException(new ServiceRejection.MissingParameter(SCOPE));
        }
    }

    /** @throws RejectedException with {@link ServiceRejection.UnknownRecord} if there is no such scope */
    void requireKnown(FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn) {
        if (scope != null && !figures.knows(figure, scope, point, effectiveOn)) {
            throw new RejectedException(
                    new ServiceRejection.UnknownRecord(figures.scopeType(figure).resource(), scope));
        }
    }

    /** The value of a figure that {@link #requireAskable} let pass. */
    public FigureValue value(
            FeatureFigure figure,
            @Nullable String scope,
            ReadPoint point,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith) {
        requireKnown(figure, scope, point, effectiveOn);
        return figures.value(figure, scope, point, effectiveOn, comparedWith);
    }
}
