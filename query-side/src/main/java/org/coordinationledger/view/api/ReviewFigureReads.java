package org.coordinationledger.view.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.review.event.ReviewState.Frozen;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads the figures of reviews: those that one froze beside what they are, and those that one might freeze. */
public final class ReviewFigureReads {

    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordReads records;
    private final FigureReads figures;

    ReviewFigureReads(FeatureViews views, ReadPoints points, RecordReads records, FigureReads figures) {
        this.views = views;
        this.points = points;
        this.records = records;
        this.figures = figures;
    }

    /**
     * A frozen figure beside what it comes to when it is read again at the position of the freezing.
     *
     * @param again null where it could not be read
     * @param agrees whether number and quality, or the texts, are the same; the phrase of a source does not matter
     * @param problem why it could not be read, or null
     */
    public record Compared(
            FrozenFigure frozen, @Nullable FigureValue again, boolean agrees, @Nullable Rejection problem) {}

    /** @param frozen what the review froze, or null while it froze nothing */
    public record Comparison(@Nullable Frozen frozen, List<Compared> figures) {

        /** Whether all come to the same. */
        public boolean agree() {
            return figures.stream().allMatch(Compared::agrees);
        }
    }

    /**
     * What a review froze, as known at a point, on a day.
     *
     * @throws RejectedException if there is no such review, or none that the actor may read
     */
    public Comparison comparison(Actor actor, String review, ReadPoint point, LocalDate effectiveOn) {
        Frozen frozen = review(actor, review, point, effectiveOn).frozen();
        if (frozen == null) {
            return new Comparison(null, List.of());
        }
        if (frozen.position() > point.knownAt()) {
            Rejection notReached = new ServiceRejection.PositionNotReached(frozen.position(), point.knownAt(), 0);
            return new Comparison(frozen, frozen.figures().stream()
                    .map(figure -> new Compared(figure, null, false, notReached))
                    .toList());
        }
        ReadPoint then = points.at(new KnownOn.Position(frozen.position()), -1);
        return new Comparison(
                frozen, frozen.figures().stream().map(figure -> beside(figure, then)).toList());
    }

    /** What a review is on a day, as known at a point. */
    public ReviewState review(Actor actor, String review, ReadPoint point, LocalDate effectiveOn) {
        FeatureView<?> view = views.ofType(ReviewState.TYPE.name()).orElseThrow();
        return (ReviewState) records.on(actor, view, review, point, effectiveOn).phase().state();
    }

    private Compared beside(FrozenFigure frozen, ReadPoint then) {
        try {
            FigureValue again = figures.recomputed(frozen, then);
            return new Compared(frozen, again, agrees(frozen, again), null);
        } catch (RejectedException e) {
            return new Compared(frozen, null, false, e.rejection());
        }
    }

    private static boolean agrees(FrozenFigure frozen, FigureValue again) {
        Quantity number = frozen.value();
        if (again.value() instanceof List<?> texts) {
            return number == null && texts.stream().map(String::valueOf).toList().equals(frozen.texts());
        }
        if (number == null || again.value() == null) {
            return number == null && again.value() == null && frozen.texts().isEmpty();
        }
        return frozen.texts().isEmpty()
                && number.value().compareTo(new BigDecimal(again.value().toString())) == 0
                && number.quality() == quality(again);
    }

    /**
     * The figures of an organisation that are not nothing, as a review of it would freeze them. They are told as a frozen
     * figure is, whoever's records they count: ask for somebody who may freeze them alone.
     *
     * @param most so many at most, in the order of all figures
     */
    public List<FrozenFigure> toFreeze(String organisation, ReadPoint point, LocalDate effectiveOn, int most) {
        return views.figures().stream()
                .filter(figure -> figure.figure().comparable() && !figure.figure().growing() && !figure.figure().needsScope())
                .map(figure -> frozen(figure, organisation, point, effectiveOn))
                .filter(Objects::nonNull)
                .limit(most)
                .toList();
    }

    private @Nullable FrozenFigure frozen(
            FeatureFigure figure, String organisation, ReadPoint point, LocalDate effectiveOn) {
        FrozenFigure asked = new FrozenFigure(
                new FigureName(figure.figure().name()), organisation, effectiveOn, null, null, List.of());
        FigureValue found = figures.recomputed(asked, point);
        if (!(found.value() instanceof Number number)) {
            return null;
        }
        BigDecimal value = new BigDecimal(number.toString());
        return value.signum() == 0
                ? null
                : new FrozenFigure(
                        asked.figure(), organisation, effectiveOn, null, new Quantity(value, quality(found), null),
                        List.of());
    }

    private static Quality quality(FigureValue found) {
        return found.quality() == null ? Quality.EXACT : found.quality();
    }
}
