package org.coordinationledger.ledger;

import org.axonframework.common.AxonNonTransientException;

/**
 * The request key of this commit was used before. Nothing was recorded now; {@link #first()} is what that key recorded.
 * Whether the repeated request had the same content is told by {@link Commit#commandDigest()}.
 */
public final class DuplicateRequestException extends AxonNonTransientException {

    private static final long serialVersionUID = 1L;

    private final transient Commit first;

    DuplicateRequestException(Commit first) {
        super("request " + first.request() + " was already recorded at position " + first.first());
        this.first = first;
    }

    /** The commit that was recorded under this request key. */
    public Commit first() {
        return first;
    }
}
