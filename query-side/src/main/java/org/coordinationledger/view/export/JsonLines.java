package org.coordinationledger.view.export;

/**
 * What a file of JSON Lines holds.
 *
 * @param fileName without ending
 */
public record JsonLines(String fileName, Lines lines) {

    /** Takes what becomes a line each. */
    public interface Sink {
        void line(Object value);
    }

    /** Hands over all lines, or fails. */
    public interface Lines {
        void handTo(Sink sink);
    }
}
