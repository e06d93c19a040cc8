package org.coordinationledger.service.verification;

/** What is verified apart from the rest, by the side that owns it. */
public enum VerifiedPart {

    /** Entries, index fields, tiles, checkpoints and the record heads, by a process that shows. */
    LEDGER("last"),

    /** What lists, figures and search read, by a process that shows. */
    VIEWS("views"),

    /** Texts that events name by their digests, by a process that records. */
    TEXTS("texts");

    private final String id;

    VerifiedPart(String id) {
        this.id = id;
    }

    /** Under which id a run is kept, and by which name its lease is known. */
    String id() {
        return id;
    }
}
