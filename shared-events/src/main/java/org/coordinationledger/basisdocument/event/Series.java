package org.coordinationledger.basisdocument.event;

/** In which series a document's number is unique for its issuer and kind. */
public enum Series {
    /** Party documents: the issuing committee's term of office. */
    PARTY_TERM,
    /** State documents: the calendar year. */
    STATE_YEAR
}
