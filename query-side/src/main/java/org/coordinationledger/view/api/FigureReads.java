package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.CodeBreakdown;
import org.coordinationledger.view.figure.Direction;
import org.coordinationledger.view.figure.FigureBreakdowns;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.FigureReason;
import org.coordinationledger.view.figure.FigureReasons;
import org.coordinationledger.view.figure.FigureTrends;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.figure.OrganisationBreakdown;
import org.coordinationledger.view.figure.Period;
import org.coordinationledger.view.figure.TrendStep;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * Reads figures as they are asked for, each by an actor whose circle bounds what counts, and refuses what cannot be told.
 *
 * <p>Every read takes a query that was read with the parameters named beside it. It is refused with
 * {@link ServiceRejection.MissingParameter} without a scope or a day that the figure needs, with
 * {@link ServiceRejection.UnknownRecord} if there is no such scope, or none that the actor may read, and with
 * {@link ServiceRejection.OutsideReadingCircle} if the scope is an organisation outside of the actor's circle.
 */
public final class FigureReads {

    public static final String SCOPE = "scope";
    public static final String COMPARED_WITH = "comparedWith";
    public static final String COMPARED_KNOWN_ON = "comparedKnownOn";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String BY = "by";
    public static final String KIND = "kind";
    public static final String STEP = "step";
    public static final String PER_STEP = "perStep";

    private static final int LONGEST_SHOWN = 60;

    private final FeatureViews views;
    private final ReadPoints points;
    private final FigureQuestions questions;
    private final Figures figures;
    private final FigureBreakdowns breakdowns;
    private final FigureTrends trends;
    private final FigureReasons reasons;

    FigureReads(
            FeatureViews views,
            ReadPoints points,
            ReadingCircles circles,
            ReadRefusals refusals,
            Figures figures,
            FigureBreakdowns breakdowns,
            FigureTrends trends,
            FigureReasons reasons) {
        this.views = views;
        this.points = points;
        this.questions = new FigureQuestions(points, circles, refusals, figures);
        this.figures = figures;
        this.breakdowns = breakdowns;
        this.trends = trends;
        this.reasons = reasons;
    }

    /**
     * Somebody who asks for several figures: what they may read and where it is read are looked up once for all of them.
     *
     * @param circle outside of which no record counts
     * @param point as known where
     */
    public record Asker(Actor actor, ReadingCircle circle, ReadPoint point) {}

    /** A value, and the day that it is compared with, if any. */
    public record Value(FigureQuestion question, @Nullable LocalDate comparedWith, FigureValue found) {}

    /** A break-down by organisation; with a kind, of all of that kind. */
    public record ByOrganisation(
            FigureQuestion question,
            Direction by,
            @Nullable OrganisationKind kind,
            @Nullable LocalDate comparedWith,
            OrganisationBreakdown found) {}

    /** A break-down by the codes of a fact. */
    public record ByCode(
            FigureQuestion question, Fact<?> fact, @Nullable LocalDate comparedWith, CodeBreakdown found) {}

    /** @param perStep whether each point counts only what happened since the one before */
    public record Trend(
            FigureQuestion question, TrendStep step, boolean perStep, List<FigureTrends.Point> points) {}

    /** @param before the pair of times that is compared with, or null */
    public record Why(FigureQuestion question, @Nullable FigureQuestion before, FigureReason found) {}

    /** @throws RejectedException with {@link ReadRejection.UnknownFigure} */
    public FeatureFigure figure(String name) {
        return views.figure(name)
                .orElseThrow(() -> new RejectedException(new ReadRejection.UnknownFigure(
                        shown(name), views.figures().stream().map(f -> f.figure().name()).toList())));
    }

    /**
     * A figure that is told for several organisations or codes.
     *
     * @throws RejectedException with {@link ReadRejection.UnknownFigure} or {@link ReadRejection.NotBrokenDown}
     */
    public FeatureFigure figureBrokenDown(String name) {
        FeatureFigure figure = figure(name);
        if (!figure.figure().breaksDown()) {
            throw new RejectedException(new ReadRejection.NotBrokenDown(name));
        }
        return figure;
    }

    /**
     * A figure that is told on many days.
     *
     * @throws RejectedException with {@link ReadRejection.UnknownFigure} or {@link ReadRejection.NotBrokenDown}
     */
    public FeatureFigure figureOnManyDays(String name) {
        FeatureFigure figure = figure(name);
        if (!figure.figure().comparable() || figure.figure().growing()) {
            throw new RejectedException(new ReadRejection.NotBrokenDown(name));
        }
        return figure;
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
    }

    public static @Nullable String scope(ReadQuery query) {
        return query.text(SCOPE).map(RecordId::checked).orElse(null);
    }

    /** Somebody who asks for several figures as known at one point. */
    public Asker asker(Actor actor, ReadPoint point) {
        return questions.asker(actor, point);
    }

    /** The value of a figure. */
    public Value value(Actor actor, FeatureFigure figure, ReadQuery query) {
        return value(questions.asker(actor, query), figure, query);
    }

    /** The same as known where the asker reads, whatever the query says of that. */
    public Value value(Asker asker, FeatureFigure figure, ReadQuery query) {
        LocalDate comparedWith = FigureQuestions.comparedWith(figure, query);
        FigureQuestion question = questions.question(asker, figure, query);
        return new Value(question, comparedWith, figures.value(question, on(question, comparedWith)));
    }

    /**
     * The same of several figures at once. One that cannot be told keeps none back, and its future says why; but once there
     * are {@code mostFailed}, or once it is enough, those that come later are not read.
     *
     * @return empty for what was not read since it was enough
     */
    public Map<FeatureFigure, Future<Optional<Value>>> values(
            Asker asker,
            List<FeatureFigure> several,
            Function<FeatureFigure, ReadQuery> asked,
            int mostFailed,
            BooleanSupplier enough) {
        AtomicInteger failed = new AtomicInteger();
        Map<FeatureFigure, Future<Optional<Value>>> values = new LinkedHashMap<>();
        several.forEach(figure -> {
            ReadQuery query = asked.apply(figure);
            values.put(figure, figures.beside().read(() -> {
                if (enough.getAsBoolean()) {
                    return Optional.empty();
                }
                if (failed.get() >= mostFailed) {
                    throw new IllegalStateException("too many figures before this one could not be told");
                }
                try {
                    return Optional.of(value(asker, figure, query));
                } catch (RuntimeException e) {
                    failed.incrementAndGet();
                    throw e;
                }
            }));
        });
        return values;
    }

    /** What spans of the records behind a figure must be, besides holding at the pair of times. */
    List<Bson> conditions(FigureQuestion question) {
        return figures.conditions(question);
    }

    /**
     * A figure by organisation: of a scope and of those below it that the actor may ask about.
     *
     * @param figure of {@link #figureBrokenDown}
     */
    public ByOrganisation byOrganisation(Actor actor, FeatureFigure figure, ReadQuery query) {
        Direction by = query.constant(BY, Direction.class, Direction.PARTY);
        OrganisationKind kind = query.text(KIND).map(FigureReads::kind).orElse(null);
        if (by == Direction.TERRITORY && kind == null && scope(query) == null) {
            throw new RejectedException(new ServiceRejection.MissingParameter(SCOPE));
        }
        LocalDate comparedWith = FigureQuestions.comparedWith(figure, query);
        FigureQuestion question = question(actor, figure, query);
        return new ByOrganisation(
                question, by, kind, comparedWith, breakdowns.byOrganisation(question, by, kind, comparedWith));
    }

    private static OrganisationKind kind(String value) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind.name().equals(value))
                .findFirst()
                .orElseThrow(() -> ReadQuery.invalid(
                        KIND, value,
                        String.join(", ", Arrays.stream(OrganisationKind.values()).map(Enum::name).toList())));
    }

    /**
     * A figure by the codes of a fact.
     *
     * @param figure of {@link #figureBrokenDown}
     * @param fact of {@link #code}
     */
    public ByCode byCode(Actor actor, FeatureFigure figure, Fact<?> fact, ReadQuery query) {
        LocalDate comparedWith = FigureQuestions.comparedWith(figure, query);
        FigureQuestion question = question(actor, figure, query);
        return new ByCode(question, fact, comparedWith, breakdowns.byCode(question, fact, comparedWith));
    }

    /** @throws RejectedException with {@link ReadRejection.UnknownCode} if a figure has no code of this name */
    public static Fact<?> code(FeatureFigure figure, String fact) {
        FeatureView<?> view = figure.view();
        for (Fact<?> code : view.codes()) {
            if (code.name().equals(fact)) {
                return code;
            }
        }
        throw new RejectedException(
                new ReadRejection.UnknownCode(figure.figure().name(), shown(fact), ShownFigures.codes(view)));
    }

    /**
     * A figure on many days.
     *
     * @param figure of {@link #figureOnManyDays}
     * @throws RejectedException with {@link ReadRejection.TooManyDays}, or {@link ReadRejection.PeriodEndsBeforeItBegins}
     */
    public Trend trend(Actor actor, FeatureFigure figure, ReadQuery query) {
        return trend(questions.asker(actor, query), figure, query);
    }

    /** The same as known where the asker reads, whatever the query says of that. */
    public Trend trend(Asker asker, FeatureFigure figure, ReadQuery query) {
        TrendStep step = query.constant(STEP, TrendStep.class, TrendStep.MONTH);
        boolean perStep = figure.figure().happenedOn() != null && query.flag(PER_STEP);
        List<LocalDate> days = days(query, step);
        FigureQuestion question = questions.ofAnyScope(asker, figure, query);
        List<FigureTrends.Point> told = trends.points(question, days, perStep ? step : null);
        LocalDate known = told.stream()
                .filter(FigureTrends.Point::known)
                .findFirst()
                .map(FigureTrends.Point::day)
                .orElseThrow(() -> questions.unknownScope(question));
        questions.requirePermitted(asker.actor(), question.on(known));
        return new Trend(question, step, perStep, told);
    }

    private static List<LocalDate> days(ReadQuery query, TrendStep step) {
        LocalDate from = query.date(FROM)
                .orElseThrow(() -> new RejectedException(new ServiceRejection.MissingParameter(FROM)));
        LocalDate to = query.date(TO).orElseGet(query::effectiveOn);
        FigureQuestions.requireOrder(from, to);
        return step.days(from, to)
                .orElseThrow(() -> new RejectedException(new ReadRejection.TooManyDays(FigureTrends.MOST_DAYS)));
    }

    /**
     * Why a figure has its value.
     *
     * @throws RejectedException with {@link ReadRejection.TooManyRecords} if there are too many records to compare
     */
    public Why why(Actor actor, FeatureFigure figure, ReadQuery query) {
        LocalDate comparedWith = FigureQuestions.comparedWith(figure, query);
        KnownOn comparedKnownOn = query.knownOn(COMPARED_KNOWN_ON).orElse(null);
        FigureQuestion question = question(actor, figure, query);
        FigureQuestion before = comparedKnownOn == null
                ? on(question, comparedWith)
                : question.at(points.at(comparedKnownOn, -1))
                        .on(comparedWith == null ? question.effectiveOn() : comparedWith);
        FigureReason reason = reasons.of(question, before)
                .orElseThrow(() -> new RejectedException(
                        new ReadRejection.TooManyRecords(FigureReasons.MOST_COMPARED)));
        return new Why(question, before, reason);
    }

    /** A figure that a record speaks of, once more: it stands in the record, so it is told to whoever may read that. */
    FigureValue recomputed(FigureReading said, ReadPoint then) {
        FeatureFigure figure = figure(said.figure().value());
        FigureQuestions.requireAskable(figure, said.scope(), said.comparedWith());
        FigureQuestion question = new FigureQuestion(
                figure, said.scope(), ReadingCircle.WHOLE, then, said.effectiveOn(), Period.ALL);
        questions.requireKnown(question);
        return figures.value(question, on(question, said.comparedWith()));
    }

    /**
     * The value that a record may say a figure came to, over all records that count for the scope, whoever may read them:
     * for who may ask about the scope. Of the whole ledger it is told to who may read all of it.
     */
    Value toBeRecorded(Actor actor, FeatureFigure figure, ReadQuery query) {
        LocalDate comparedWith = FigureQuestions.comparedWith(figure, query);
        FigureQuestion asked = question(actor, figure, query);
        if (asked.scope() == null && asked.circle() != ReadingCircle.WHOLE) {
            throw new RejectedException(new ServiceRejection.MissingParameter(SCOPE));
        }
        FigureQuestion question = new FigureQuestion(
                figure, asked.scope(), ReadingCircle.WHOLE, asked.point(), asked.effectiveOn(), Period.ALL);
        return new Value(question, comparedWith, figures.value(question, on(question, comparedWith)));
    }

    private static @Nullable FigureQuestion on(FigureQuestion question, @Nullable LocalDate day) {
        return day == null ? null : question.on(day);
    }

    /**
     * What an actor asks for, of a scope that there is and that they may ask about; it waits for the position that the
     * request waits for.
     *
     * @param query read with {@link FigureParameters#whichRecords} at least
     */
    FigureQuestion question(Actor actor, FeatureFigure figure, ReadQuery query) {
        return questions.question(questions.asker(actor, query), figure, query);
    }
}
