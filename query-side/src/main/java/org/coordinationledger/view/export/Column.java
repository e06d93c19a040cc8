package org.coordinationledger.view.export;

/**
 * A column of a table.
 *
 * @param title in the language of the file
 * @param width about how many characters it shows
 */
public record Column(String title, int width) {

    public static final int ID = 38;
    public static final int DATE = 12;
    public static final int TIME = 20;
    public static final int NUMBER = 14;
    public static final int SHORT = 18;
    public static final int TEXT = 32;
    public static final int LONG = 80;

    private static final int MARGIN = 2;

    /** A column that is wide enough for its title too, within reason. */
    public static Column of(String title, int width) {
        return new Column(title, Math.max(width, Math.min(title.length() + MARGIN, TEXT)));
    }
}
