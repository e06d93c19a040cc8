package org.coordinationledger.view.declaration;

/** What kind of value a fact is, and so how a filter on it is written. */
public enum FactKind {
    /** true or false. */
    FLAG,
    /** Text, compared as a whole. */
    TEXT,
    /** The name of an enum constant. */
    CODE,
    /** A date in the form YYYY-MM-DD. */
    DATE,
    /** A month in the form YYYY-MM. */
    MONTH,
    /** The id of another record. */
    RECORD,
    /** The ids of other records; a filter asks whether one of them is there. */
    RECORDS,
    /** The id of an organisation that the record names. */
    ORGANISATION,
    /** The ids of organisations that the record names; a filter asks whether one of them is there. */
    ORGANISATIONS,
    /** A figure with its quality; no filter. */
    QUANTITY,
    /** What the record waits for; no filter. */
    WAITING;

    /** Whether the record names organisations by this fact. */
    public boolean namesOrganisations() {
        return this == ORGANISATION || this == ORGANISATIONS;
    }

    /** Whether the record names other records by this fact. */
    public boolean namesRecords() {
        return this == RECORD || this == RECORDS || namesOrganisations();
    }

    /** Whether it holds several ids. */
    public boolean several() {
        return this == RECORDS || this == ORGANISATIONS;
    }

    /** Whether lists can be filtered by it. */
    public boolean filters() {
        return this != QUANTITY && this != WAITING;
    }
}
