package org.coordinationledger.view.declaration;

/** Who may read records of a feature where each reads their own line. */
public enum Readers {
    /** Whoever can log in: a register that everybody works by. */
    EVERYBODY,
    /** Those in whose circle lies an organisation that the record names or that recorded a step of it. */
    NAMED,
    /** Those; what the record is known by, a code that tells nothing about it, goes to whoever reads a record that names it. */
    NAMED_KNOWN_BY_CODE,
    /** Those, and whoever stands under such an organisation; everybody, where it is a body of the centre. */
    NAMED_AND_BELOW,
    /** Those, and the administrators of the administration. */
    NAMED_AND_ADMINISTRATION
}
