package org.coordinationledger.ledger.sealing;

/** The ledger is not the one that was signed, or what would show it is out of reach. The message says where and why. */
public final class HistoryBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of reason there is. */
    public enum Kind {
        /** What was signed and what is there contradict each other. */
        CONTRADICTION,
        /** The pin cannot be read or written. */
        PIN_OUT_OF_REACH
    }

    private final Kind kind;

    HistoryBrokenException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static HistoryBrokenException contradiction(String message) {
        return new HistoryBrokenException(Kind.CONTRADICTION, message);
    }

    public Kind kind() {
        return kind;
    }
}
