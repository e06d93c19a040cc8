package org.coordinationledger.ledger;

/** The protocol that a simulation runs: the ledger's own, or one that is known to be wrong and that it must see through. */
enum Protocol {

    /** The ledger's own. */
    RIGHT,

    /** Reads what one member has, although a majority may not. */
    LOCAL_READS,

    /** Only the first event of a commit has a stream key in the index. */
    ONE_KEY_PER_COMMIT,

    /** After an unknown outcome, looks whether the commits landed in place of inserting them again. */
    LOOKS_WHETHER_IT_LANDED,

    /** A new primary is read before its majority point has reached what the process has seen or had acknowledged. */
    READS_WITHOUT_SEEN_TIME,

    /** Commits do not say what their decision has read. */
    NO_READ_SET
}
