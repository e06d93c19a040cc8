package org.coordinationledger.view.api;

import java.time.LocalDate;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.figure.Period;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.jspecify.annotations.Nullable;

/** Makes questions about figures of what somebody asks for, and refuses what cannot be told or not to them. */
final class FigureQuestions {

    private final ReadPoints points;
    private final ReadingCircles circles;
    private final ReadRefusals refusals;
    private final Figures figures;

    FigureQuestions(ReadPoints points, ReadingCircles circles, ReadRefusals refusals, Figures figures) {
        this.points = points;
        this.circles = circles;
        this.refusals = refusals;
        this.figures = figures;
    }

    /** Whoever asks where a query says; it waits for the position that the query waits for. */
    FigureReads.Asker asker(Actor actor, ReadQuery query) {
        return asker(actor, points.at(query.knownOn(), query.waitForPosition()));
    }

    /** Whoever asks as known at a point. */
    FigureReads.Asker asker(Actor actor, ReadPoint point) {
        return new FigureReads.Asker(actor, circles.of(actor), point);
    }

    /**
     * What somebody asks for, of a scope that there is and that they may ask about.
     *
     * @param query read with {@link FigureParameters#whichRecords} at least
     */
    FigureQuestion question(FigureReads.Asker asker, FeatureFigure figure, ReadQuery query) {
        FigureQuestion question = ofAnyScope(asker, figure, query);
        requireKnown(question);
        requirePermitted(asker.actor(), question);
        return question.during(period(figure, query));
    }

    /** The same of a scope that may not be there, or not for them, and of no period. */
    FigureQuestion ofAnyScope(FigureReads.Asker asker, FeatureFigure figure, ReadQuery query) {
        String scope = FigureReads.scope(query);
        requireScope(figure.figure(), scope);
        return new FigureQuestion(figure, scope, asker.circle(), asker.point(), query.effectiveOn(), Period.ALL);
    }

    /** The time in which what a query counts happened. */
    private static Period period(FeatureFigure figure, ReadQuery query) {
        if (figure.figure().happenedOn() == null) {
            return Period.ALL;
        }
        LocalDate from = query.date(FigureReads.FROM).orElse(null);
        LocalDate to = query.date(FigureReads.TO).orElse(null);
        requireOrder(from, to);
        return new Period(from, to);
    }

    static void requireOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new RejectedException(new ReadRejection.PeriodEndsBeforeItBegins(from, to));
        }
    }

    /** The day that a figure is compared with, if any. */
    static @Nullable LocalDate comparedWith(FeatureFigure figure, ReadQuery query) {
        LocalDate comparedWith =
                figure.figure().comparable() ? query.date(FigureReads.COMPARED_WITH).orElse(null) : null;
        requireAskable(figure, FigureReads.scope(query), comparedWith);
        return comparedWith;
    }

    static void requireAskable(
            FeatureFigure figure, @Nullable String scope, @Nullable LocalDate comparedWith) {
        if (comparedWith != null && !figure.figure().comparable()) {
            throw new RejectedException(new ServiceRejection.UnknownParameter(
                    FigureReads.COMPARED_WITH, FigureParameters.ofValue(figure)));
        }
        if (comparedWith == null && figure.figure().growing()) {
            throw new RejectedException(new ServiceRejection.MissingParameter(FigureReads.COMPARED_WITH));
        }
        requireScope(figure.figure(), scope);
    }

    private static void requireScope(Figure figure, @Nullable String scope) {
        if (scope == null && figure.needsScope()) {
            throw new RejectedException(new ServiceRejection.MissingParameter(FigureReads.SCOPE));
        }
    }

    void requireKnown(FigureQuestion question) {
        if (!figures.knows(question)) {
            throw unknownScope(question);
        }
    }

    RejectedException unknownScope(FigureQuestion question) {
        return new RejectedException(new ServiceRejection.UnknownRecord(
                figures.scopeType(question.figure()).resource(), String.valueOf(question.scope())));
    }

    /** Whoever asks must read about the scope: an organisation lies in their circle, a record is read by them. */
    void requirePermitted(Actor actor, FigureQuestion question) {
        String scope = question.scope();
        if (scope == null) {
            return;
        }
        if (question.figure().figure().needsScope()) {
            if (!figures.permits(question)) {
                throw refusals.hidden(actor, figures.scopeType(question.figure()).resource(), scope);
            }
        } else if (!question.mayBeAbout(scope)) {
            refusals.requireWithin(question.circle(), actor, ReadRefusals.FIGURES, scope);
        }
    }
}
