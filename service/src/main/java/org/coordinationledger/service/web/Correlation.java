package org.coordinationledger.service.web;

import java.util.Optional;
import org.slf4j.MDC;

/**
 * The id that ties together what one request leaves in logs and in the ledger's metadata. A client may give it in a
 * header (8 to 64 letters, digits or hyphens); else it is made. It is returned in the same header.
 */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    /** Under which it stands in logs. */
    static final String KEY = "correlationId";

    private Correlation() {}

    /** The id of the request that this thread handles, or empty outside of one. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }
}
