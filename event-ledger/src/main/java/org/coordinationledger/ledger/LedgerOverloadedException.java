package org.coordinationledger.ledger;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The commit was turned away before anything of it was sent: the queue is full, it waited too long, the store is out of
 * reach or closing. Nothing was recorded, and the caller may try again later.
 */
public final class LedgerOverloadedException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    LedgerOverloadedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
