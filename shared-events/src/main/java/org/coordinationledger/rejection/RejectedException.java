package org.coordinationledger.rejection;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Rejection} to whoever asked. Nothing was recorded when it is thrown. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;
    private final @Nullable String field;

    public RejectedException(Rejection rejection) {
        this(rejection, null);
    }

    /** @param field the path of the field that it concerns, such as {@code parties[1]}, or null where it is not known */
    public RejectedException(Rejection rejection, @Nullable String field) {
        super(rejection.code(), null, false, false);
        this.rejection = rejection;
        this.field = field;
    }

    public Rejection rejection() {
        return rejection;
    }

    /** The path of the field that it concerns, or null where it is not known. */
    public @Nullable String field() {
        return field;
    }

    @Override
    public String toString() {
        return "Rejected: " + rejection;
    }
}
