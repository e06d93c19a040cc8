package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.ledger.TestEvents.event;
import static org.coordinationledger.ledger.TestEvents.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
class LedgerTimesTest {

    private static final Instant START = Instant.parse("2015-03-26T00:00:00.500Z");

    private final TestServer server;
    private final SettableClock clock = new SettableClock(START.plusNanos(999_999));
    private TestDatabase database;
    private LedgerStore store;

    LedgerTimesTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.freshDatabase();
        store = LedgerStore.builder(database.client(), database.name()).clock(clock).build();
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void an_entry_is_recorded_at_the_ledgers_own_time_in_milliseconds() {
        Commit commit = store.append(events("a", 0, 2), new ReadSet());

        assertThat(commit.recordedAt()).isEqualTo(START);
        assertThat(store.entriesFrom(0, 2)).extracting(Entry::recordedAt).containsOnly(START);
        assertThat(store.entriesFrom(0, 1).get(0).json()).contains("\"recordedAt\":\"2015-03-26T00:00:00.500Z\"");
    }

    @Test
    void recorded_times_never_decrease_though_the_clock_goes_back() {
        store.append(events("a", 0, 1), new ReadSet());
        clock.advance(Duration.ofDays(-3));
        assertThat(store.append(events("a", 1, 1), new ReadSet()).recordedAt()).isEqualTo(START);

        store.close();
        store = LedgerStore.builder(database.client(), database.name()).clock(clock).build();
        assertThat(store.append(events("a", 2, 1), new ReadSet()).recordedAt()).as("after a restart").isEqualTo(START);
        clock.advance(Duration.ofDays(4));
        assertThat(store.append(events("a", 3, 1), new ReadSet()).recordedAt()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void recorded_times_never_go_behind_those_of_another_process() {
        LedgerStore behind = LedgerStore.builder(database.client(), database.name())
                .clock(Clock.offset(clock, Duration.ofHours(-1))).build();
        behind.append(events("b", 0, 1), new ReadSet());
        store.append(events("a", 0, 1), new ReadSet());

        assertThat(behind.append(events("b", 1, 1), new ReadSet()).recordedAt()).isEqualTo(START);
        behind.close();
    }

    @Test
    void a_time_is_found_among_the_positions() {
        assertThat(store.positionAt(START)).isEqualTo(-1);
        for (int i = 0; i < 20; i++) {
            store.append(List.of(event("a" + i, 0), event("b" + i, 0), event("c" + i, 0)), new ReadSet());
            clock.advance(Duration.ofSeconds(i % 3));
        }

        for (int second = -1; second < 22; second++) {
            Instant instant = START.plusSeconds(second);
            long expected = store.entriesFrom(0, 100).stream()
                    .filter(entry -> entry.recordedAt().isBefore(instant)).mapToLong(Entry::position).max().orElse(-1);
            assertThat(store.positionAt(instant)).as("at second %d", second).isEqualTo(expected);
        }
    }

    @Test
    void a_process_whose_clock_is_wrong_refuses_to_append_until_it_is_right() {
        SettableClock system = new SettableClock(Instant.now().plusSeconds(3_600));
        LedgerStore wrong = LedgerStore.builder(database.client(), database.name()).clock(clock)
                .settings(settings -> settings.withSystemClock(system)).build();

        assertThatThrownBy(() -> wrong.append(events("a", 0, 1), new ReadSet())).isInstanceOf(ClockSkewException.class);
        assertThat(wrong.tail()).as("reading goes on").isEqualTo(-1);
        system.advance(Duration.ofSeconds(-7_200));
        assertThatThrownBy(() -> wrong.append(events("a", 0, 1), new ReadSet())).isInstanceOf(ClockSkewException.class);
        system.advance(Duration.between(system.instant(), Instant.now()));
        assertThat(wrong.append(events("a", 0, 1), new ReadSet()).first()).isZero();
        wrong.close();
    }

    @Test
    void two_seconds_are_the_most_that_clocks_may_differ() {
        Instant server = Instant.parse("2026-01-01T00:00:00Z");
        for (int millis : new int[] {-2_000, 0, 2_000}) {
            comparison(server, millis).check();
        }
        for (int millis : new int[] {-2_001, 2_001}) {
            assertThatThrownBy(() -> comparison(server, millis).check()).isInstanceOf(ClockSkewException.class);
        }
    }

    private static ClockComparison comparison(Instant server, int millis) {
        return new ClockComparison(new SettableClock(server.plusMillis(millis)), Duration.ofSeconds(2), () -> server);
    }

    @Test
    void a_mark_holds_only_in_the_ledger_it_was_taken_from() {
        assertThat(store.holds(store.mark(-1))).isTrue();
        store.append(events("a", 0, 3), new ReadSet());
        LogMark mark = store.mark(1);

        assertThat(store.holds(mark)).isTrue();
        assertThat(store.holds(new LogMark("another", 1, mark.leafHash()))).isFalse();
        assertThat(store.holds(new LogMark(mark.logId(), 2, mark.leafHash()))).isFalse();
        assertThat(store.holds(new LogMark(mark.logId(), 3, mark.leafHash()))).isFalse();
        assertThatThrownBy(() -> store.mark(3)).isInstanceOf(IllegalArgumentException.class);
    }
}
