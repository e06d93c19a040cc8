package org.coordinationledger.console.form;

/** What is written into a field of a command; as the command side calls it. */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    DATE,
    FLAG,
    CODE,
    NUMBER,
    QUANTITY,
    MONTH,
    YEAR_OR_QUARTER,
    YEAR_OR_TWO,
    RECORD,
    ANY_RECORD,
    PART,
    PERSON,
    HOUSEHOLD,
    FIGURE,
    DOCUMENT_NUMBER,
    DIGEST,
    EVENT,
    GROUP
}
