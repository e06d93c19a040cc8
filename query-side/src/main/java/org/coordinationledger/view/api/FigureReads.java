package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/** Reads one figure as it is asked for, and refuses what cannot be told. */
public final class FigureReads {

    public static final String SCOPE = "scope";
    public static final String COMPARED_WITH = "comparedWith";

    private static final int LONGEST_SHOWN = 60;

    private final FeatureViews views;
    private final Figures figures;
    private final ReadingCircles circles;
    private final ReadRefusals refusals;

    FigureReads(FeatureViews views, Figures figures, ReadingCircles circles, ReadRefusals refusals) {
        this.views = views;
        this.figures = figures;
        this.circles = circles;
        this.refusals = refusals;
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
    List<Bson> conditions(
            Actor actor, FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn) {
        ReadingCircle circle = circle(actor, figure, scope, point, effectiveOn);
        return figures.conditions(figure, scope, circle, point, effectiveOn);
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
    private void requireKnown(
            FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn) {
        if (scope != null && !figures.knows(figure, scope, point, effectiveOn)) {
            throw new RejectedException(
                    new ServiceRejection.UnknownRecord(figures.scopeType(figure).resource(), scope));
        }
    }

    /** The circle in which a figure counts for an actor, if there is such a scope and they may ask for it. */
    private ReadingCircle circle(
            Actor actor, FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn) {
        requireKnown(figure, scope, point, effectiveOn);
        ReadingCircle circle = circles.of(actor);
        if (scope != null && circle.named(figure.view()).isPresent()) {
            if (!figure.figure().needsScope()) {
                refusals.requireWithin(circle, actor, ReadRefusals.FIGURES, scope);
            } else if (!figures.permits(figure, scope, circle, point, effectiveOn)) {
                throw refusals.hidden(actor, figures.scopeType(figure).resource(), scope);
            }
        }
        return circle;
    }

    /**
     * The value of a figure that {@link #requireAskable} let pass; without a scope, of all that the actor may read.
     *
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} if there is no such scope, or with
     *     {@link ServiceRejection.OutsideReadingCircle} if the actor may not ask for it
     */
    public FigureValue value(
            Actor actor,
            FeatureFigure figure,
            @Nullable String scope,
            ReadPoint point,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith) {
        ReadingCircle circle = circle(actor, figure, scope, point, effectiveOn);
        return figures.value(figure, scope, circle, point, effectiveOn, comparedWith);
    }

    /** A figure that a record froze, once more: it stands in the record, so it is told to whoever may read that. */
    FigureValue recomputed(FrozenFigure frozen, ReadPoint then) {
        FeatureFigure figure = figure(frozen.figure().value());
        requireAskable(figure, frozen.scope(), frozen.comparedWith());
        requireKnown(figure, frozen.scope(), then, frozen.effectiveOn());
        return figures.value(
                figure, frozen.scope(), ReadingCircle.WHOLE, then, frozen.effectiveOn(), frozen.comparedWith());
    }
}
