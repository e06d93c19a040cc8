package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.figure.Period;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/** Understands which figure is asked for, of what, when, and refuses what cannot be told. */
final class FigureReads {

    static final String SCOPE = "scope";
    static final String COMPARED_WITH = "comparedWith";
    static final String FROM = "from";
    static final String TO = "to";

    private static final int LONGEST_SHOWN = 60;

    private final FeatureViews views;
    private final Figures figures;
    private final ReadPoints points;

    FigureReads(FeatureViews views, Figures figures, ReadPoints points) {
        this.views = views;
        this.figures = figures;
        this.points = points;
    }

    /** @throws RejectedException with {@link ReadRejection.UnknownFigure} */
    FeatureFigure figure(String name) {
        return views.figure(name)
                .orElseThrow(() -> new RejectedException(new ReadRejection.UnknownFigure(
                        shown(name), views.figures().stream().map(f -> f.figure().name()).toList())));
    }

    /**
     * A figure that is told for several organisations or codes.
     *
     * @throws RejectedException with {@link ReadRejection.UnknownFigure} or {@link ReadRejection.NotBrokenDown}
     */
    FeatureFigure figureBrokenDown(String name) {
        FeatureFigure figure = figure(name);
        if (!figure.figure().breaksDown()) {
            throw new RejectedException(new ReadRejection.NotBrokenDown(name));
        }
        return figure;
    }

    static String shown(String name) {
        return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
    }

    static @Nullable String scope(ReadQuery query) {
        return query.text(SCOPE).map(RecordId::checked).orElse(null);
    }

    /** The further parameters that a figure takes. */
    static List<String> parameters(FeatureFigure figure) {
        List<String> parameters = new ArrayList<>(whichRecords(figure));
        if (figure.figure().comparable()) {
            parameters.add(COMPARED_WITH);
        }
        return parameters;
    }

    /** Those of them that say which records count. */
    static List<String> whichRecords(FeatureFigure figure) {
        return figure.figure().happenedOn() == null ? List.of(SCOPE) : List.of(SCOPE, FROM, TO);
    }

    /**
     * Which days are asked for, from {@link #FROM} and {@link #TO}.
     *
     * @throws RejectedException with {@link ReadRejection.PeriodEndsBeforeItBegins}
     */
    static Period period(ReadQuery query) {
        LocalDate from = query.date(FROM).orElse(null);
        LocalDate to = query.date(TO).orElse(null);
        requireOrder(from, to);
        return new Period(from, to);
    }

    /** @throws RejectedException with {@link ReadRejection.PeriodEndsBeforeItBegins} */
    static void requireOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new RejectedException(new ReadRejection.PeriodEndsBeforeItBegins(from, to));
        }
    }

    /** The day that a figure is compared with, if any. */
    static @Nullable LocalDate comparedWith(FeatureFigure figure, ReadQuery query) {
        LocalDate comparedWith =
                figure.figure().comparable() ? query.date(COMPARED_WITH).orElse(null) : null;
        requireAskable(figure, scope(query), comparedWith);
        return comparedWith;
    }

    /** Refuses a figure without what it needs, or with what it does not take. */
    static void requireAskable(FeatureFigure figure, @Nullable String scope, @Nullable LocalDate comparedWith) {
        if (comparedWith != null && !figure.figure().comparable()) {
            throw new RejectedException(new ServiceRejection.UnknownParameter(COMPARED_WITH, parameters(figure)));
        }
        if (comparedWith == null && figure.figure().growing()) {
            throw new RejectedException(new ServiceRejection.MissingParameter(COMPARED_WITH));
        }
        requireScope(figure.figure(), scope);
    }

    private static void requireScope(Figure figure, @Nullable String scope) {
        if (scope == null && figure.needsScope()) {
            throw new RejectedException(new ServiceRejection.MissingParameter(SCOPE));
        }
    }

    /**
     * What a request asks for, of a scope that there is; it waits for the position that the request waits for.
     *
     * @param query read with {@link #whichRecords} at least
     */
    FigureQuestion question(FeatureFigure figure, ReadQuery query) {
        FigureQuestion question = questionOfAnyScope(figure, query);
        requireKnown(question);
        return question;
    }

    /** The same, whether or not there is such a scope on the day; the period is that of the figure, if it takes one. */
    FigureQuestion questionOfAnyScope(FeatureFigure figure, ReadQuery query) {
        return questionDuring(figure, query, figure.figure().happenedOn() == null ? Period.ALL : period(query));
    }

    /** The same, of a period that the request does not tell as one. */
    FigureQuestion questionDuring(FeatureFigure figure, ReadQuery query, Period period) {
        String scope = scope(query);
        requireScope(figure.figure(), scope);
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        return new FigureQuestion(figure, scope, point, effectiveOn, period);
    }

    /** @throws RejectedException with {@link ServiceRejection.UnknownRecord} if there is no such scope */
    void requireKnown(FigureQuestion question) {
        if (!figures.knows(question)) {
            throw unknownScope(question);
        }
    }

    RejectedException unknownScope(FigureQuestion question) {
        return new RejectedException(new ServiceRejection.UnknownRecord(
                figures.scopeType(question.figure()).resource(), String.valueOf(question.scope())));
    }

    /** What else must be so of the records behind a figure. */
    List<Bson> conditions(FigureQuestion question) {
        return figures.conditions(question);
    }

    /** The value of a figure that {@link #requireAskable} let pass. */
    FigureValue value(FigureQuestion question, @Nullable LocalDate comparedWith) {
        requireKnown(question);
        return figures.value(question, comparedWith == null ? null : question.on(comparedWith));
    }
}
