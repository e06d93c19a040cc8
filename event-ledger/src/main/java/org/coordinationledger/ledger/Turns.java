package org.coordinationledger.ledger;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns between the processes that append to one ledger. Two that guess the same positions cost each other round trips;
 * taking turns avoids that, and nothing else depends on it: a wrong belief about whose turn it is meets a taken
 * position. Used by the appending thread alone.
 *
 * <p>A process takes turns only while it meets others. It waits for a turn for a bounded time, compares no clocks, and
 * appends without one when the board fails.
 */
final class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    /** How long others count as present after they were last met. */
    static final Duration PRESENCE = Duration.ofSeconds(2);

    /** How long a holder appends before it looks whether somebody waits. */
    static final Duration SLICE = Duration.ofMillis(60);

    /** How long a holder without anything to append keeps its turn, since its writers may be about to come back. */
    static final Duration IDLE_PATIENCE = Duration.ofMillis(3);

    /** After so long without a sign of life the turn is taken from its holder. */
    static final Duration SILENCE = Duration.ofSeconds(1);

    /** After so long a process appends without a turn. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(2_500);

    private static final Duration POLL = Duration.ofMillis(2);

    /** How often a process that meets nobody looks whether others take turns: it may be the one that always wins. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    /** How long a failing board is left alone. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 5;

    private final TurnBoard board;
    private final String self;
    private final Pauses pauses;
    private final LedgerObserver observer;

    private long presentUntil;
    private boolean present;
    private long leftAloneUntil;
    private boolean leftAlone;
    private boolean holding;
    private long sliceEnds;
    private long nextGlance;
    private boolean glanced;
    private @Nullable Turn lastGlance;

    /** @param self a name that no other process has, nor this one after a restart */
    Turns(TurnBoard board, String self, Pauses pauses, LedgerObserver observer) {
        this.board = board;
        this.self = self;
        this.pauses = pauses;
        this.observer = observer;
    }

    /** Others' entries were met. */
    void met() {
        present = true;
        presentUntil = pauses.nanos() + PRESENCE.toNanos();
    }

    /** Whether it is, as far as known, this process's turn. */
    boolean holding() {
        return holding;
    }

    /**
     * Returns when this process may append: at once if it is alone, else when it is its turn, or after a bounded wait.
     *
     * @return whether others may have appended in the meantime
     */
    boolean await() {
        long now = pauses.nanos();
        if (leftAlone && now - leftAloneUntil < 0) {
            return false;
        }
        leftAlone = false;
        try {
            if (!othersPresent(now)) {
                // whoever waits for a turn kept since must not wait until it is taken away
                idle();
                return false;
            }
            return (!holding || now - sliceEnds >= 0) && (holding && goOn(now) ? false : acquire(now));
        } catch (RuntimeException e) {
            log.warn("the turns between processes cannot be read; appending without: {}", e.getMessage());
            leaveAlone();
            return true;
        }
    }

    private void leaveAlone() {
        holding = false;
        leftAlone = true;
        leftAloneUntil = pauses.nanos() + LEFT_ALONE.toNanos();
    }

    private boolean othersPresent(long now) {
        if (present && now - presentUntil < 0) {
            return true;
        }
        present = false;
        if (!glanced || now - nextGlance >= 0) {
            Turn turn = board.read();
            if (glanced && turn != null && !turn.equals(lastGlance) && othersIn(turn)) {
                met();
            }
            lastGlance = turn;
            glanced = true;
            nextGlance = now + GLANCE.toNanos();
        }
        return present;
    }

    private boolean othersIn(Turn turn) {
        return (turn.holder() != null && !turn.holder().equals(self)) || turn.waiting().stream().anyMatch(p -> !p.equals(self));
    }

    /** At the end of a slice: goes on if nobody waits; else the turn passes. */
    private boolean goOn(long now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Turn turn = board.read();
            if (turn == null || !self.equals(turn.holder())) {
                break;
            }
            if (!turn.waiting().isEmpty()) {
                if (board.replace(turn, turn.passedOn())) {
                    break;
                }
            } else if (board.replace(turn, turn.goneOn())) {
                sliceEnds = now + SLICE.toNanos();
                return true;
            }
        }
        holding = false;
        return false;
    }

    private boolean acquire(long started) {
        Turn seen = null;
        long changed = started;
        while (true) {
            Turn turn = board.read();
            long now = pauses.nanos();
            if (turn != null && self.equals(turn.holder())) {
                return taken(started, now);
            }
            if (turn == null || seen == null || seen.beat() != turn.beat() || !Objects.equals(seen.holder(), turn.holder())) {
                seen = turn;
                changed = now;
            }
            if (turn == null || turn.holder() == null || now - changed >= SILENCE.toNanos()) {
                if (board.replace(turn, (turn == null ? Turn.NOBODYS : turn).takenBy(self))) {
                    return taken(started, now);
                }
            } else if (!turn.waiting().contains(self) && turn.waiting().size() < Turn.LONGEST_LINE) {
                board.replace(turn, turn.joinedBy(self));
            }
            if (now - started >= LONGEST_WAIT.toNanos() || !pauses.pause(POLL)) {
                leave();
                return true;
            }
        }
    }

    private boolean taken(long started, long now) {
        holding = true;
        sliceEnds = now + SLICE.toNanos();
        observer.turn(Duration.ofNanos(now - started));
        return true;
    }

    /** Nothing is to be appended: whoever waits may. */
    void idle() {
        if (holding) {
            holding = false;
            leave();
        }
    }

    /** Passes the turn on and leaves the line, as far as the board can be reached. */
    private void leave() {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Turn turn = board.read();
                boolean mine = turn != null && self.equals(turn.holder());
                if (turn == null || !mine && !turn.waiting().contains(self)
                        || board.replace(turn, mine ? turn.passedOn() : turn.leftBy(self))) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            log.warn("the turn cannot be passed on: {}", e.getMessage());
            leaveAlone();
        }
    }
}
