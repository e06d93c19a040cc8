package org.coordinationledger.ledger;

import org.axonframework.common.AxonNonTransientException;

/**
 * The outcome of a commit that had been sent was still unknown when the ledger was closed or the writer had waited long
 * enough. It may have been recorded, or may be yet: whoever asks again with the same request key learns it.
 */
public final class OutcomeUnknownException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message) {
        super(message);
    }
}
