package org.coordinationledger.imports.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that a row asks for when one of the command's own columns is filled.
 *
 * @param step the path step; null of the command that begins the record
 * @param words the key of what the command is called
 * @param columns in the order of the file
 */
record ImportStep(@Nullable String step, String words, List<ImportColumn> columns) {

    /** How it is named to others: by its path step, or {@code begin}. */
    String name() {
        return step == null ? "begin" : step;
    }
}
