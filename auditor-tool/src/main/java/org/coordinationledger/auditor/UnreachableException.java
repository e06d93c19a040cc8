package org.coordinationledger.auditor;

/** Something could not be read, so that nothing can be said about it. */
final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String place;

    /** @param key of the words that say why, under {@code unreachable.*} */
    UnreachableException(String key, String place) {
        super(key + ": " + place);
        this.key = key;
        this.place = place;
    }

    String key() {
        return "unreachable." + key;
    }

    String place() {
        return place;
    }
}
