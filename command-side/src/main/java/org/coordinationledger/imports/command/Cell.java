package org.coordinationledger.imports.command;

/**
 * What stands in one cell.
 *
 * @param text in normalization form C, without white space around it; of a day YYYY-MM-DD, of a number its digits with a
 *     point
 */
record Cell(Kind kind, String text) {

    /** What kind of value the file says it is. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        FLAG,
        FORMULA,
        ERROR
    }

    static final Cell EMPTY = new Cell(Kind.TEXT, "");

    boolean empty() {
        return kind == Kind.TEXT && text.isEmpty();
    }
}
