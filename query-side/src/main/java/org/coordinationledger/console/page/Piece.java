package org.coordinationledger.console.page;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text on a page.
 *
 * @param href where it leads, or null
 */
public record Piece(String text, @Nullable String href) {

    public static Piece of(String text) {
        return new Piece(text, null);
    }
}
