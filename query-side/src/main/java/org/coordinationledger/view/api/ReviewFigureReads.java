package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewState.Frozen;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.view.api.FigureReadings.Compared;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads the figures of reviews: those that one froze beside what they are, and those that one might freeze. */
public final class ReviewFigureReads {

    private final FeatureViews views;
    private final RecordReads records;
    private final FigureReads figures;
    private final FigureReadings readings;

    ReviewFigureReads(FeatureViews views, RecordReads records, FigureReads figures, FigureReadings readings) {
        this.views = views;
        this.records = records;
        this.figures = figures;
        this.readings = readings;
    }

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
        return new Comparison(frozen, frozen.figures().stream()
                .map(figure -> readings.compared(figure.readAt(frozen.position()), point))
                .toList());
    }

    /** What a review is on a day, as known at a point. */
    public ReviewState review(Actor actor, String review, ReadPoint point, LocalDate effectiveOn) {
        FeatureView<?> view = views.ofType(ReviewState.TYPE.name()).orElseThrow();
        return (ReviewState) records.on(actor, view, review, point, effectiveOn).phase().state();
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
        FigureName name = new FigureName(figure.figure().name());
        FigureValue found = figures.recomputed(
                new FigureReading(name, organisation, effectiveOn, null, point.knownAt(), null, List.of()), point);
        Quantity number = FigureReadings.number(found);
        return number == null || number.value().signum() == 0
                ? null
                : new FrozenFigure(name, organisation, effectiveOn, null, number, List.of());
    }
}
