package org.coordinationledger.service.form;

/** What is written into a field of a command, and so how a form asks for it. Public API: constants are never renamed. */
public enum FieldKind {
    /** Text on one line. */
    TEXT,
    /** Text on any number of lines. */
    LONG_TEXT,
    /** A day as YYYY-MM-DD. */
    DATE,
    /** True or false. */
    FLAG,
    /** One of the field's codes. */
    CODE,
    /** A whole number. */
    NUMBER,
    /** An object of {@code value} (not negative), {@code quality} (a code of {@code enum.Quality}) and {@code phrase}. */
    QUANTITY,
    /** A month as YYYY-MM. */
    MONTH,
    /** A year such as 2019, or a quarter such as 2019-Q3. */
    YEAR_OR_QUARTER,
    /** A year such as 2023, or a year and the next such as 2023–2024, with an en dash. */
    YEAR_OR_TWO,
    /** The id of a record under the field's resource. */
    RECORD,
    /** An object of {@code resource} and {@code id}: a record of any type. */
    ANY_RECORD,
    /** The key of a part of the record, such as a finding: 1 to 64 letters, digits or hyphens. */
    PART,
    /** The code of somebody who acts: 1 to 64 letters, digits or hyphens. */
    PERSON,
    /** The code of a household, such as HO-TG-001. */
    HOUSEHOLD,
    /** The name of a figure as in addresses. */
    FIGURE,
    /** The number of a document, such as 09-QĐ/TU. */
    DOCUMENT_NUMBER,
    /** The SHA-256 of a text, which is stored by {@code POST /api/v1/texts} unless the record shows it. */
    DIGEST,
    /** The verifier key of a witness, such as {@code witness.example/w1+20324abe+BCms…}. */
    WITNESS_KEY,
    /** One of the feature's events with its fields, and its name in {@code event}. */
    EVENT,
    /** An object of further fields. */
    GROUP
}
