package org.coordinationledger.service.identity;

/** How far reading reaches. */
public enum ReadingExtent {
    /** Whoever can log in reads every record. */
    EVERYTHING,
    /** Each reads what concerns their own party line and territory; auditors and inspectors what their mandate opens. */
    OWN_LINE
}
