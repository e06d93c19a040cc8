package org.coordinationledger.view.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.StepCollection;
import org.jspecify.annotations.Nullable;

/**
 * Tells since when no step was recorded about records of a kind, so that what was computed of them serves at every
 * position since then. It follows the steps from the first position that it is asked about, at most
 * {@link #MOST_STEPS} at a time; where there are more, it begins anew.
 */
final class LastChanges {

    private static final int MOST_STEPS = 1_000;

    private final Generations generations;
    private @Nullable Followed followed;

    /**
     * What is known of one generation.
     *
     * @param from the position from which steps were followed
     * @param upTo the position up to which they were
     * @param last the positions of the last steps between the two, by the kinds of their records
     */
    private record Followed(int generation, long from, long upTo, Map<String, Long> last) {

        static Followed from(ReadPoint point) {
            return new Followed(point.generation().number(), point.knownAt(), point.knownAt(), Map.of());
        }

        boolean reaches(ReadPoint point) {
            return generation == point.generation().number() && point.knownAt() <= upTo;
        }
    }

    LastChanges(Generations generations) {
        this.generations = generations;
    }

    /** A position up to a point since which records of a kind are as they are at the point. */
    long before(ReadPoint point, RecordType<?, ?> type) {
        Followed there = upTo(point);
        long last = there.last().getOrDefault(type.name(), there.from());
        return Math.min(last, point.knownAt());
    }

    private synchronized Followed upTo(ReadPoint point) {
        Followed there = followed;
        if (there == null || there.generation() != point.generation().number()) {
            there = Followed.from(point);
        } else if (!there.reaches(point)) {
            there = carriedOn(there, point);
        }
        followed = there;
        return there;
    }

    private Followed carriedOn(Followed there, ReadPoint point) {
        List<LedgerStep> steps = generations
                .steps(point.generation())
                .find(StepCollection.between(there.upTo() + 1, point.knownAt()), MOST_STEPS);
        if (steps.size() == MOST_STEPS) {
            return Followed.from(point);
        }
        Map<String, Long> last = new HashMap<>(there.last());
        steps.forEach(step -> last.merge(step.kind(), step.position(), Math::max));
        return new Followed(there.generation(), there.from(), point.knownAt(), Map.copyOf(last));
    }
}
