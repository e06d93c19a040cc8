package org.coordinationledger.view.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the building of a generation has come.
 *
 * @param position the last position whose record is written, -1 at first
 * @param target the position that spans are written up to; what follows is caught up event by event
 * @param error why it failed, or null
 */
public record BuildProgress(
        int generation,
        Phase phase,
        long position,
        long target,
        Instant startedAt,
        Instant updatedAt,
        @Nullable String error) {

    /** What a build is at. */
    public enum Phase {
        WRITING,
        INDEXING,
        CATCHING_UP,
        DONE,
        FAILED
    }

    public boolean underWay() {
        return phase != Phase.DONE && phase != Phase.FAILED;
    }

    /** When writing will be over if it goes on as so far; empty where that cannot be told. */
    public Optional<Instant> estimatedEnd() {
        long done = position + 1;
        if (phase != Phase.WRITING || done <= 0) {
            return Optional.empty();
        }
        long left = target - position;
        Duration spent = Duration.between(startedAt, updatedAt);
        return Optional.of(updatedAt.plus(Duration.ofMillis(spent.toMillis() * left / done)));
    }

    public BuildProgress at(Phase next, long reached, Instant now) {
        return new BuildProgress(generation, next, reached, target, startedAt, now, null);
    }

    public BuildProgress failed(String because, Instant now) {
        return new BuildProgress(generation, Phase.FAILED, position, target, startedAt, now, because);
    }
}
