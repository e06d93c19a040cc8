package org.coordinationledger.console.operations;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.view.projection.ViewStatus;
import org.coordinationledger.view.projection.Views;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the views are, how fast they are carried on, and what keeps them from going on. */
@Component
final class Carrying {

    private static final Duration OVER = Duration.ofMinutes(1);
    private static final Duration APART = Duration.ofSeconds(1);

    private final Views views;
    private final Generations generations;
    private final LedgerReader ledger;
    private final InstantSource clock;
    private final Deque<Seen> seen = new ArrayDeque<>();

    Carrying(Views views, Generations generations, LedgerReader ledger, InstantSource ledgerClock) {
        this.views = views;
        this.generations = generations;
        this.ledger = ledger;
        this.clock = ledgerClock;
    }

    /** How far the live generation was when. */
    private record Seen(int generation, long position, Instant at) {}

    /** One part of the work of carrying a generation on. */
    record Segment(int number, long position) {}

    /** A generation of views, with the parts of its work. */
    record Kept(Generation generation, boolean live, long position, List<Segment> segments) {}

    /**
     * What the views cannot get past.
     *
     * @param entry the first that is not in the views, or null where it is not an entry that fails
     */
    record Stuck(String reason, @Nullable Entry entry) {}

    /**
     * @param generations the live one first
     * @param perSecond events carried on in a second, over the last minute that was looked at; empty the first time
     * @param behind for how long the first event that is not in the views has waited; zero if none does
     * @param stuck null while the views go on
     */
    record State(
            ViewStatus status, List<Kept> generations, OptionalLong perSecond, Duration behind, @Nullable Stuck stuck) {}

    /** @return empty while the store cannot be read */
    Optional<State> look() {
        try {
            ViewStatus status = views.status();
            Entry next = status.lag() > 0 ? ledger.entry(status.position() + 1).orElse(null) : null;
            Instant now = clock.instant();
            Duration behind = next == null ? Duration.ZERO : Duration.between(next.recordedAt(), now);
            String reason = status.error();
            return Optional.of(new State(
                    status,
                    kept(status.live()),
                    rate(status, now),
                    behind.isNegative() ? Duration.ZERO : behind,
                    reason == null ? null : new Stuck(reason, next)));
        } catch (MongoException e) {
            return Optional.empty();
        }
    }

    private List<Kept> kept(@Nullable Generation live) {
        List<Kept> kept = new ArrayList<>();
        for (Generation generation : generations.all()) {
            List<Segment> segments = new ArrayList<>();
            for (int i = 0; i < generation.segments(); i++) {
                segments.add(new Segment(i, generations.watermark(generation, i)));
            }
            boolean isLive = live != null && live.number() == generation.number();
            kept.add(
                    isLive ? 0 : kept.size(),
                    new Kept(generation, isLive, generations.watermark(generation), List.copyOf(segments)));
        }
        return List.copyOf(kept);
    }

    private synchronized OptionalLong rate(ViewStatus status, Instant now) {
        Generation live = status.live();
        if (live == null) {
            return OptionalLong.empty();
        }
        seen.removeIf(one -> one.generation() != live.number() || one.at().isBefore(now.minus(OVER)));
        Seen first = seen.peekFirst();
        Seen last = seen.peekLast();
        if (last == null || !last.at().isAfter(now.minus(APART))) {
            seen.addLast(new Seen(live.number(), status.position(), now));
        }
        if (first == null || first.at().isAfter(now.minus(APART))) {
            return OptionalLong.empty();
        }
        long millis = Duration.between(first.at(), now).toMillis();
        return OptionalLong.of(Math.round((status.position() - first.position()) * 1_000.0 / millis));
    }
}
