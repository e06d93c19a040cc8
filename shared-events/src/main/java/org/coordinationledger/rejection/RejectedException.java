package org.coordinationledger.rejection;

/** Carries a {@link Rejection} to whoever asked. Nothing was recorded when it is thrown. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public RejectedException(Rejection rejection) {
        super(rejection.code(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }

    @Override
    public String toString() {
        return "Rejected: " + rejection;
    }
}
