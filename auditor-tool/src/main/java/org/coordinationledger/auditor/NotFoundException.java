package org.coordinationledger.auditor;

/** What was asked for is not in a log that verifies. */
final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String sought;

    /** @param key of the words, under {@code not-found.*} */
    NotFoundException(String key, String sought) {
        super(key + ": " + sought);
        this.key = key;
        this.sought = sought;
    }

    String key() {
        return "not-found." + key;
    }

    String sought() {
        return sought;
    }
}
