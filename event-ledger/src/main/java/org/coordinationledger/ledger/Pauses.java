package org.coordinationledger.ledger;

import java.time.Duration;

/** How the appending thread measures time and waits. Monotonic, without relation to any clock. */
interface Pauses {

    /** Nanoseconds since some moment. */
    long nanos();

    /**
     * Waits.
     *
     * @return false if there is no time left to wait because the ledger closes
     */
    boolean pause(Duration duration);
}
