package org.coordinationledger.ledger;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one of all processes of a ledger do something at a time: whoever takes it gives a sign of life now and then, and
 * another takes over when it falls silent. It spares work and nothing may depend on it: for a moment two may believe to
 * hold it. Compares no clocks. Used by one thread.
 */
public final class Lease {

    private static final Logger log = LoggerFactory.getLogger(Lease.class);

    /** How often the holder gives a sign of life. */
    static final Duration BEAT = Duration.ofMillis(500);

    /** After so long without a sign of life it is taken from its holder. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    /** What was found on asking for it. */
    public enum Held {
        /** Another process has it, or the database could not be asked. */
        BY_ANOTHER,
        /** This process has it, and did not at the last question. */
        NEWLY,
        /** This process has it still. */
        STILL
    }

    private final TurnBoard board;
    private final LongSupplier nanos;
    private final String self = UUID.randomUUID().toString();

    private boolean holding;
    private long beatAt;
    private @Nullable Turn seen;
    private long seenAt;

    /** @param nanos monotonic time, in nanoseconds */
    Lease(TurnBoard board, LongSupplier nanos) {
        this.board = board;
        this.nanos = nanos;
    }

    /** Takes or keeps it, as far as that is possible at once. */
    public Held hold() {
        long now = nanos.getAsLong();
        if (holding && now - beatAt < BEAT.toNanos()) {
            return Held.STILL;
        }
        boolean before = holding;
        try {
            holding = takeOrKeep(now);
        } catch (MongoException e) {
            log.warn("who seals cannot be read from the database: {}", e.getMessage());
            holding = false;
        }
        if (!holding) {
            return Held.BY_ANOTHER;
        }
        return before ? Held.STILL : Held.NEWLY;
    }

    private boolean takeOrKeep(long now) {
        Turn turn = board.read();
        if (turn != null && self.equals(turn.holder())) {
            beatAt = now;
            return board.replace(turn, turn.goneOn());
        }
        Turn before = seen;
        if (turn == null || before == null || before.version() != turn.version()) {
            seen = turn;
            seenAt = now;
        }
        boolean free = turn == null || turn.holder() == null || now - seenAt >= SILENCE.toNanos();
        if (free && board.replace(turn, (turn == null ? Turn.NOBODYS : turn).takenBy(self))) {
            beatAt = now;
            return true;
        }
        return false;
    }

    /** Gives it to whoever asks next. */
    public void release() {
        if (!holding) {
            return;
        }
        holding = false;
        try {
            Turn turn = board.read();
            if (turn != null && self.equals(turn.holder())) {
                board.replace(turn, turn.passedOn());
            }
        } catch (MongoException e) {
            log.warn("the lease cannot be given back; it will be taken: {}", e.getMessage());
        }
    }
}
