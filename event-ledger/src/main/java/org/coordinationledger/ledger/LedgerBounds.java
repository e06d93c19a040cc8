package org.coordinationledger.ledger;

/** The limits of the entry format. They belong to the format: raising one makes ledgers that older readers refuse. */
public final class LedgerBounds {

    /** Most bytes of one entry, in UTF-8 (the limit of C2SP tlog-tiles entry bundles). */
    public static final int MAX_ENTRY_BYTES = 65_535;

    /** Most entries of one commit. */
    public static final int MAX_COMMIT_ENTRIES = 64;

    /** Most bytes of all entries of one commit together, in UTF-8. */
    public static final int MAX_COMMIT_BYTES = 1 << 20;

    /** Most bytes of a stream's id, in UTF-8. */
    public static final int MAX_STREAM_ID_BYTES = 256;

    /** Greatest sequence of an entry in its stream (ten digits, so that stream keys sort as text). */
    public static final long MAX_SEQUENCE = 9_999_999_999L;

    /** Most entries that one read returns. */
    public static final int MAX_READ = 10_000;

    private LedgerBounds() {
    }

    static void checkRead(int limit) {
        if (limit < 1 || limit > MAX_READ) {
            throw new IllegalArgumentException("a read returns 1 to " + MAX_READ + " entries, not " + limit);
        }
    }
}
