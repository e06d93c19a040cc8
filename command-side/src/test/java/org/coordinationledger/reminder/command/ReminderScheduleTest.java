package org.coordinationledger.reminder.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.provider.mongo.MongoLockProvider;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReminderScheduleTest {

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private static final class Process {

        final MeterRegistry meters = new SimpleMeterRegistry();
        final ReminderSchedule schedule;

        Process(TestDatabase database, Supplier<Optional<ReminderRun.Result>> run) {
            schedule = new ReminderSchedule(
                    run,
                    new DefaultLockingTaskExecutor(
                            new MongoLockProvider(database.client().getDatabase(database.name()).getCollection("locks"))),
                    Clock.systemUTC(), Duration.ofMinutes(1), meters);
        }

        long runs() {
            return meters.get("ledger.reminders.run").timer().count();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void while_one_process_runs_and_shortly_after_no_other_does(TestServer server) throws Exception {
        try (TestDatabase database = server.freshDatabase()) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            Process first = new Process(database, () -> {
                running.countDown();
                await(end);
                return Optional.of(new ReminderRun.Result(3, 1, false));
            });
            Process second = new Process(database, () -> Optional.of(new ReminderRun.Result(3, 0, false)));

            CompletableFuture<Void> run = CompletableFuture.runAsync(first.schedule::run);
            running.await();
            second.schedule.run();
            end.countDown();
            run.join();
            second.schedule.run();

            assertThat(first.runs()).isEqualTo(1);
            assertThat(second.runs()).isZero();
            assertThat(first.meters.get("ledger.reminders.sent").counter().count()).isEqualTo(3);
            assertThat(first.meters.get("ledger.reminders.refused").counter().count()).isEqualTo(1);
            assertThat(first.meters.get("ledger.reminders.last.success.time").gauge().value()).isPositive();
            assertThat(second.meters.get("ledger.reminders.last.success.time").gauge().value()).isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_run_without_views_is_no_success(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            Process process = new Process(database, Optional::empty);

            process.schedule.run();

            assertThat(process.runs()).isEqualTo(1);
            assertThat(process.meters.get("ledger.reminders.last.success.time").gauge().value()).isNaN();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
