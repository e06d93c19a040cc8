package org.coordinationledger.ledger;

import org.axonframework.common.AxonNonTransientException;

/** The events of one unit of work do not fit one commit ({@link LedgerBounds#MAX_COMMIT_ENTRIES}, {@link LedgerBounds#MAX_COMMIT_BYTES}). Nothing was recorded. */
public final class CommitTooLargeException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    CommitTooLargeException(String message) {
        super(message);
    }
}
