package org.coordinationledger.tlog;

/** Something that was read is malformed, or does not prove what it claims to. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why something is refused; words for people are kept by whoever shows them. */
    public enum Reason {
        /** A key's text is malformed, of an unknown kind, or its id does not belong to it. */
        KEY,
        /** A note is no signed note. */
        NOTE,
        /** A signature of a known key does not fit the text. */
        SIGNATURE,
        /** None of the known keys of the log signed. */
        NO_KNOWN_SIGNATURE,
        /** Fewer known witnesses cosigned than are asked for. */
        TOO_FEW_COSIGNATURES,
        /** A note's text is no checkpoint. */
        CHECKPOINT,
        /** A checkpoint is of another log. */
        OTHER_LOG,
        /** A proof's form is wrong. */
        PROOF_FORM,
        /** A proof does not lead from what is to be proved to the root. */
        PROOF,
        /** A path does not lie in the tile space. */
        TILE_PATH,
        /** A tile has not the length of its width. */
        TILE,
        /** A bundle of entries is cut off, too long or does not hold as many entries as it must. */
        BUNDLE,
        /** An entry is larger than {@link EntryBundle#MAX_ENTRY_BYTES}. */
        ENTRY_TOO_LARGE,
        /** A request to a witness, or its answer, is malformed. */
        WITNESS_MESSAGE,
        /** Heads of records are not in order, doubled or malformed. */
        RECORD_HEADS
    }

    private final Reason reason;

    public RefusedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
