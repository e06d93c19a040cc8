package org.coordinationledger.service.problem;

import java.io.IOException;

/**
 * An answer failed of which a part was sent. The container closes the connection, so that the part does not look like
 * the whole.
 */
public final class AnswerCutOffException extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerCutOffException() {
        super("an answer of which a part was sent is cut off");
    }
}
