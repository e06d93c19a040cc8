package org.coordinationledger.ledger;

import org.axonframework.common.AxonTransientException;

/**
 * Nothing is appended, because it is not known (or known not to be so) that the ledger is the one that was signed before.
 * Nothing was sent.
 */
public final class LedgerUnverifiedException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    LedgerUnverifiedException(String message) {
        super(message);
    }
}
