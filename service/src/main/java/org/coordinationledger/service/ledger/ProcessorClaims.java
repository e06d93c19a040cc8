package org.coordinationledger.service.ledger;

import java.time.Duration;

/**
 * How the processes of one ledger share its event processors: one has the claim on a segment, and another carries on when
 * it falls silent. Taking over too early costs work, never correctness.
 */
public final class ProcessorClaims {

    /** How often the holder of a claim extends it, and others look whether there is one to take. */
    public static final Duration EXTENDED_EACH = Duration.ofSeconds(1);

    /** How long a claim holds that is not extended. */
    static final Duration HOLD = Duration.ofSeconds(5);

    private ProcessorClaims() {}
}
