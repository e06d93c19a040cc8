package org.coordinationledger.ledger;

import org.axonframework.common.AxonTransientException;

/** This machine's clock is too far from the database server's, so recorded times would be wrong. Nothing was recorded. */
public final class ClockSkewException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    ClockSkewException(String message) {
        super(message);
    }
}
