package org.coordinationledger.command.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.coordinationledger.ledger.LedgerOverloadedException;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ServiceRejection;

/** Figures of commands, by feature and command; {@code docs/reference/metrics.md} says what each means. */
final class CommandMeters {

    private static final Duration[] STEPS = {
        Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    Outcome timed(String resource, BoundCommand command, Supplier<Outcome> taking) {
        long start = System.nanoTime();
        String ending = "failed";
        try {
            Outcome outcome = taking.get();
            ending = outcome.repeated() ? "repeated" : "recorded";
            return outcome;
        } catch (RejectedException e) {
            ending = ending(e.rejection());
            if (ending.equals("refused")) {
                meters.counter("ledger.commands.refused", "feature", resource, "command", name(command),
                        "code", e.rejection().code()).increment();
            }
            throw e;
        } catch (LedgerOverloadedException e) {
            ending = "overloaded";
            throw e;
        } finally {
            Timer.builder("ledger.commands")
                    .serviceLevelObjectives(STEPS)
                    .tags("feature", resource, "command", name(command), "outcome", ending)
                    .register(meters)
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static String ending(Rejection rejection) {
        if (rejection instanceof ServiceRejection.TooManyConflicts) {
            return "conflicts";
        }
        return rejection instanceof ServiceRejection.OutcomeUnknown ? "unknown" : "refused";
    }

    private static String name(BoundCommand command) {
        return command.command().getClass().getSimpleName();
    }

    /** A command is decided once more on fresh reads, because others were first or because it was refused. */
    void decidedAgain(boolean othersWereFirst) {
        meters.counter("ledger.commands.decided.again", "because", othersWereFirst ? "conflict" : "refusal").increment();
    }
}
