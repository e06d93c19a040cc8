package org.coordinationledger.ledger;

import org.axonframework.common.AxonNonTransientException;

/** An event does not fit one entry ({@link LedgerBounds#MAX_ENTRY_BYTES}). Nothing was recorded. */
public final class EntryTooLargeException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    EntryTooLargeException(String message) {
        super(message);
    }
}
