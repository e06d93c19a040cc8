package org.coordinationledger.view.search;

/** How well a record answers a search; the best first. */
public enum Match {
    /** Its title, its id, or a text of it as a whole is what was looked for. */
    EXACT,
    /** Its title has all words. */
    TITLE,
    /** Its title has all words, the last as the beginning of one. */
    PREFIX,
    /** Its title and other texts of it, such as its subject, have all words. */
    TEXT
}
