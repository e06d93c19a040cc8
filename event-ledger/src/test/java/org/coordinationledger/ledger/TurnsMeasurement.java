package org.coordinationledger.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.MongodProcess;
import org.jspecify.annotations.Nullable;

/**
 * Measures how many commits one, two and three processes record together, with turns and without. It is no test: run its
 * {@code main} with the test class path and {@code LEDGER_MONGOD} naming a {@code mongod}, which it starts anew as a
 * replica set of one member. Each process has {@value #WRITERS} writers that append commits of two events, each to a
 * stream of its own, as fast as they are acknowledged.
 *
 * <p>Optional arguments: seconds to measure each arrangement (default 8), rounds (default 1).
 */
final class TurnsMeasurement {

    private static final int WRITERS = 64;
    private static final long WARM_UP_MILLIS = 4_000;

    private TurnsMeasurement() {
    }

    /** A turn board that cannot be reached, so that processes append without turns. */
    static TurnBoard none() {
        return new TurnBoard() {
            @Override
            public @Nullable Turn read() {
                throw new IllegalStateException("measured without turns");
            }

            @Override
            public boolean replace(@Nullable Turn seen, Turn next) {
                throw new IllegalStateException("measured without turns");
            }
        };
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("writers")) {
            write(args[1], args[2], args[3].equals("turns"), Long.parseLong(args[4]));
            System.exit(0);
        }
        long seconds = args.length > 0 ? Long.parseLong(args[0]) : 8;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        MongodProcess mongod = MongodProcess.start(MongoServers.mongod().orElseThrow(), MongoServers.temporaryFolder("measured"));
        try {
            for (int round = 0; round < rounds; round++) {
                for (int processes = 1; processes <= 3; processes++) {
                    measure(mongod.connectionString(), processes, true, seconds);
                    if (processes > 1) {
                        measure(mongod.connectionString(), processes, false, seconds);
                    }
                }
            }
        } finally {
            mongod.kill();
        }
        System.exit(0);
    }

    private static void measure(String connectionString, int processes, boolean turns, long seconds) throws Exception {
        String database = "measured" + UUID.randomUUID().toString().substring(0, 8);
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            running.add(start(connectionString, database, turns, seconds));
        }
        List<String> results = new ArrayList<>();
        double total = 0;
        for (Process process : running) {
            try (BufferedReader output = new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String result = output.readLine();
                results.add(result);
                total += Double.parseDouble(result.split(" ")[0]);
            }
            process.waitFor();
        }
        System.out.printf("%d process(es) %s turns: %.0f commits/s together; each: %s%n",
                processes, turns ? "with" : "without", total, results);
    }

    private static Process start(String connectionString, String database, boolean turns, long seconds) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(java, "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                TurnsMeasurement.class.getName(), "writers", connectionString, database, turns ? "turns" : "none",
                Long.toString(seconds)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void write(String connectionString, String database, boolean turns, long seconds) throws InterruptedException {
        LongAdder commits = new LongAdder();
        LongAdder turnsTaken = new LongAdder();
        LongAdder metOthers = new LongAdder();
        AtomicBoolean measuring = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        List<long[]> latencies = new ArrayList<>();
        try (MongoClient client = MongoClients.create(connectionString);
                LedgerStore store = LedgerStore.builder(client, database)
                        .board(board -> turns ? board : none())
                        .observer(new LedgerObserver() {
                            @Override
                            public void turn(Duration waited) {
                                turnsTaken.increment();
                            }

                            @Override
                            public void tookOver(long entries) {
                                metOthers.increment();
                            }
                        })
                        .build()) {
            List<Thread> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                Thread writer = new Thread(() -> {
                    long[] mine = append(store, commits, measuring, over);
                    synchronized (latencies) {
                        latencies.add(mine);
                    }
                });
                writers.add(writer);
                writer.start();
            }
            Thread.sleep(WARM_UP_MILLIS);
            measuring.set(true);
            long started = System.nanoTime();
            Thread.sleep(seconds * 1_000);
            double rate = commits.sum() * 1e9 / (System.nanoTime() - started);
            over.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
            long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            System.out.printf("%.0f commits/s, latency ms p50 %.1f p99 %.1f max %.1f, %d turns, others met %d times%n", rate,
                    all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6, all[all.length - 1] / 1e6,
                    turnsTaken.sum(), metOthers.sum());
        }
    }

    private static long[] append(LedgerStore store, LongAdder commits, AtomicBoolean measuring, AtomicBoolean over) {
        String stream = UUID.randomUUID().toString();
        long[] latencies = new long[1_024];
        int known = 0;
        for (long sequence = 0; !over.get(); sequence += 2) {
            long before = System.nanoTime();
            store.append(TestEvents.events(stream, sequence, 2), new ReadSet());
            if (measuring.get()) {
                commits.increment();
                latencies = known == latencies.length ? Arrays.copyOf(latencies, 2 * known) : latencies;
                latencies[known++] = System.nanoTime() - before;
            }
        }
        return Arrays.copyOf(latencies, known);
    }
}
