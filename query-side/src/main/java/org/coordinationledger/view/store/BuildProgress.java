package org.coordinationledger.view.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far the building of a generation has come.
 *
 * @param position how far the phase has come on the way to {@code target}: so many events, less one, are read, or
 *     belong to records that are written; -1 at first. In {@link Phase#CATCHING_UP} and {@link Phase#DONE} the position
 *     that all spans are complete up to
 * @param target the position that spans are written up to; what follows is caught up event by event
 * @param startedAt when the build began
 * @param phaseStartedAt when the phase began
 * @param updatedAt when this was so
 * @param error why it failed, or null
 */
public record BuildProgress(
        int generation,
        Phase phase,
        long position,
        long target,
        Instant startedAt,
        Instant phaseStartedAt,
        Instant updatedAt,
        @Nullable String error) {

    /** What a build is at, and about which part of a build is over when it begins. */
    public enum Phase {
        /** The ledger is read and sorted by record. */
        READING(0),
        /** Records are folded and their spans written. */
        WRITING(0.1),
        /** Indexes are made. */
        INDEXING(0.8),
        /** What was recorded meanwhile is taken in, event by event. */
        CATCHING_UP(1),
        DONE(1),
        FAILED(1);

        private final double before;

        Phase(double before) {
            this.before = before;
        }
    }

    /** A build that begins now. */
    public static BuildProgress start(int generation, long target, Instant now) {
        return new BuildProgress(generation, Phase.READING, -1, target, now, now, now, null);
    }

    public boolean underWay() {
        return phase != Phase.DONE && phase != Phase.FAILED;
    }

    /** Events a second since the phase began; empty where nothing is counted. */
    public OptionalLong eventsPerSecond() {
        long millis = Duration.between(phaseStartedAt, updatedAt).toMillis();
        boolean counted = phase == Phase.READING || phase == Phase.WRITING;
        return counted && millis > 0 ? OptionalLong.of((position + 1) * 1_000 / millis) : OptionalLong.empty();
    }

    /**
     * When the spans up to {@code target} will be written and indexed, if the build goes on as so far and its phases
     * take their usual parts of it. Empty where that cannot be told.
     */
    public Optional<Instant> estimatedEnd() {
        double done = phase.before;
        if (phase == Phase.READING || phase == Phase.WRITING) {
            double after = Phase.values()[phase.ordinal() + 1].before;
            done += (after - phase.before) * (position + 1) / (target + 1.0);
        }
        if (phase.before >= 1 || !(done > 0)) {
            return Optional.empty();
        }
        double all = Duration.between(startedAt, updatedAt).toMillis() / done;
        return Optional.of(startedAt.plusMillis(Math.round(all)));
    }

    public BuildProgress at(Phase next, long reached, Instant now) {
        return new BuildProgress(
                generation, next, reached, target, startedAt, next == phase ? phaseStartedAt : now, now, null);
    }

    public BuildProgress failed(String because, Instant now) {
        return new BuildProgress(
                generation, Phase.FAILED, position, target, startedAt, phaseStartedAt, now, because);
    }
}
