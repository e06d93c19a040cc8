package org.coordinationledger.ledger.sealing;

import static org.coordinationledger.ledger.sealing.MeasuredLedger.line;
import static org.coordinationledger.ledger.sealing.MeasuredLedger.seconds;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.coordinationledger.tlog.TilePath;

/**
 * Measures how fast a ledger that was never sealed is sealed, how far sealing falls behind while as much as possible is
 * recorded, and how long a proof takes.
 */
public final class SealingMeasurement {

    private static final int WRITERS = 64;
    private static final int SECONDS = 15;
    private static final int PROOFS = 2_000;

    private SealingMeasurement() {
    }

    /**
     * Measures on a new database of a server, which is dropped afterwards.
     *
     * @param entries to begin with
     * @param said takes what was measured, line by line
     */
    public static void measure(String server, long entries, Consumer<String> said) {
        MeasuredLedger.measure(server, ledger -> {
            long start = System.nanoTime();
            write(ledger, entries, Long.MAX_VALUE);
            long recorded = ledger.store.tail() + 1;
            said.accept(line("recorded %,d entries without sealing: %,.0f entries/s", recorded, recorded / seconds(start)));
            start = System.nanoTime();
            while (ledger.size() < recorded) {
                ledger.sealed();
            }
            said.accept(line("sealed %,d entries in %,.1f s: %,.0f entries/s", recorded, seconds(start),
                    recorded / seconds(start)));
            behind(ledger, recorded, said);
            proofs(ledger, said);
        });
    }

    /** Writers of commits of two events until so many entries are recorded or the time is over. */
    private static void write(SealedLedger ledger, long entries, long untilNanos) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> {
                while (ledger.store.knownTail() < entries && System.nanoTime() < untilNanos) {
                    ledger.record(2);
                }
                done.countDown();
            });
            writer.start();
        }
        done.await();
    }

    private static void behind(SealedLedger ledger, long before, Consumer<String> said) throws InterruptedException {
        ledger.sealer.start();
        long start = System.nanoTime();
        long end = start + SECONDS * 1_000_000_000L;
        long[] greatest = {0};
        Thread watcher = new Thread(() -> {
            while (System.nanoTime() < end) {
                greatest[0] = Math.max(greatest[0], ledger.store.knownTail() + 1 - ledger.size());
                LockSupport.parkNanos(5_000_000);
            }
        });
        watcher.start();
        write(ledger, Long.MAX_VALUE, end);
        watcher.join();
        long recorded = ledger.store.tail() + 1 - before;
        double rate = recorded / seconds(start);
        said.accept(line("recorded %,.0f entries/s while sealing; at most %,d entries behind, which is %,.2f s", rate,
                greatest[0], greatest[0] / rate));
    }

    private static void proofs(SealedLedger ledger, Consumer<String> said) {
        SealedLog log = new SealedLog(ledger.store);
        long size = log.size();
        Random random = new Random(1);
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < PROOFS; i++) {
                log.inclusion(random.nextLong(size / TilePath.FULL * TilePath.FULL), size);
            }
            said.accept(line("%s: a proof of inclusion among %,d entries in %,.3f ms", round == 0 ? "first" : "again",
                    size, seconds(start) * 1_000 / PROOFS));
        }
    }
}
