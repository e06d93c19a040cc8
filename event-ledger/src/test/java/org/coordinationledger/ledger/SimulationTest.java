package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Seeds for {@link Simulation}. System properties: {@code simulation.seconds} (default 20) is how long seeds are run, half
 * of them from a fixed one on and half from a random one on; {@code simulation.seed} runs that one alone.
 */
class SimulationTest {

    private static final long FIXED = 20_260_101L;
    private static final int MOST_SEEDS_TO_SEE_THROUGH = 5_000;

    /** Wrong protocols end in ways that the ledger would log as unexpected. */
    @BeforeAll
    static void quietly() {
        logger().setLevel(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        logger().setLevel(null);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Appender.class);
    }

    private static Simulation.Summary run(long seed) {
        try {
            return Simulation.run(seed, Protocol.RIGHT);
        } catch (Simulation.Violation e) {
            return fail("seed " + seed + " (run it alone with -Dsimulation.seed=" + seed + "): " + e.getMessage(), e);
        }
    }

    @Test
    void whatever_happens_the_ledger_is_what_it_promises_to_be() {
        Long one = Long.getLong("simulation.seed");
        if (one != null) {
            System.out.println("seed " + one + ": " + run(one));
            return;
        }
        long random = System.nanoTime();
        Duration half = Duration.ofSeconds(Long.getLong("simulation.seconds", 10)).dividedBy(2);
        System.out.println("simulated: " + runFrom(FIXED, half) + ", " + runFrom(random, half));
    }

    private static String runFrom(long first, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long seed = first;
        long entries = 0;
        long crashes = 0;
        long turns = 0;
        do {
            Simulation.Summary summary = run(seed++);
            entries += summary.entries();
            crashes += summary.crashes();
            turns += summary.turns();
        } while (System.nanoTime() - end < 0);
        assertThat(entries).as("something was recorded").isGreaterThan(seed - first);
        return (seed - first) + " seeds from " + first + " with " + entries + " entries, " + crashes + " crashes, " + turns + " turns";
    }

    @Test
    void equal_seeds_give_equal_runs() {
        for (long seed = FIXED; seed < FIXED + 50; seed++) {
            assertThat(run(seed)).isEqualTo(run(seed));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Protocol.class, mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void a_wrong_protocol_is_seen_through(Protocol wrong) {
        long started = System.nanoTime();
        for (long seed = FIXED; seed < FIXED + MOST_SEEDS_TO_SEE_THROUGH; seed++) {
            try {
                Simulation.run(seed, wrong);
            } catch (Simulation.Violation e) {
                System.out.println(wrong + " is seen through by seed " + seed + " after " + (seed - FIXED + 1) + " seeds in "
                        + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) + " ms: " + e.getMessage());
                return;
            }
        }
        fail(wrong + " was not seen through in " + MOST_SEEDS_TO_SEE_THROUGH + " seeds");
    }
}
