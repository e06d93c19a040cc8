package org.coordinationledger.ledger;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of this process that appends. */
final class Committer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Committer.class);

    private final LedgerSettings settings;
    private final CommitQueue queue;
    private final Appender appender;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch graceOver = new CountDownLatch(1);

    Committer(LedgerSettings settings, CommitLookup reads, CommitInserts inserts, TurnBoard board, String logId,
            ClockComparison clocks, LongConsumer onTail, LedgerObserver observer, AppendGate gate) {
        this.settings = settings;
        this.queue = new CommitQueue(settings.queueCommits(), settings.queueBytes(), settings.longestWait(),
                settings.longestUnknown());
        Pauses pauses = new UntilGraceIsOver();
        this.appender = new Appender(settings, reads, inserts, new LedgerTail(reads, logId, settings.recentStreams()),
                new Turns(board, UUID.randomUUID().toString(), pauses, observer), clocks, pauses, onTail, observer, gate);
        this.thread = new Thread(this::run, "ledger-committer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Hands a commit in and waits until it is recorded or refused. */
    StoredCommit append(PendingCommit commit) {
        return queue.submit(commit);
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        boolean appended = true;
        while (appended || closing.getCount() > 0) {
            try {
                appended = appender.appendNext(queue::take, closing.getCount() > 0);
            } catch (InterruptedException e) {
                log.warn("the committer was interrupted; only closing the ledger ends it");
            }
        }
    }

    private final class UntilGraceIsOver implements Pauses {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public boolean pause(Duration duration) {
            try {
                return !graceOver.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                log.warn("the committer was interrupted; only closing the ledger ends it");
                return true;
            }
        }
    }

    /** Takes no more commits; gives those under way a while to be settled. */
    @Override
    public void close() {
        queue.close();
        closing.countDown();
        try {
            thread.join(settings.closingGrace().toMillis());
            graceOver.countDown();
            thread.join(settings.closingGrace().toMillis());
        } catch (InterruptedException e) {
            graceOver.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
