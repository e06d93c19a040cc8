package org.coordinationledger.ledger;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what another observer throws from those who append. */
record GuardedObserver(LedgerObserver observer) implements LedgerObserver {

    private static final Logger log = LoggerFactory.getLogger(GuardedObserver.class);

    private void tell(Consumer<LedgerObserver> news) {
        try {
            news.accept(observer);
        } catch (RuntimeException e) {
            log.warn("the ledger's observer failed", e);
        }
    }

    @Override
    public void batchRecorded(int commits, int entries, Duration took) {
        tell(told -> told.batchRecorded(commits, entries, took));
    }

    @Override
    public void conflict(boolean written) {
        tell(told -> told.conflict(written));
    }

    @Override
    public void insertedAgain() {
        tell(LedgerObserver::insertedAgain);
    }

    @Override
    public void tookOver(long entries) {
        tell(told -> told.tookOver(entries));
    }

    @Override
    public void turn(Duration waited) {
        tell(told -> told.turn(waited));
    }

    @Override
    public void turnedAway() {
        tell(LedgerObserver::turnedAway);
    }
}
