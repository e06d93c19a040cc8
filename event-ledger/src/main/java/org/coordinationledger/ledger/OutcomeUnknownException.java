package org.coordinationledger.ledger;

import org.axonframework.common.AxonNonTransientException;

/**
 * The ledger was closed while the outcome of a commit that had been sent was still unknown. It may have been recorded:
 * whoever asks again with the same request key learns it.
 */
public final class OutcomeUnknownException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message) {
        super(message);
    }
}
