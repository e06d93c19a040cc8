package org.coordinationledger.ledger;

import org.axonframework.common.AxonNonTransientException;

/**
 * A commit was sent and its outcome did not become known in time: the database did not answer for long, refused the write
 * again and again, or the ledger was closed. It may have been recorded, or still be: whoever asks again with the same
 * request key learns it.
 */
public final class OutcomeUnknownException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String message) {
        super(message);
    }
}
