package org.coordinationledger.imports.command;

import java.util.List;

/**
 * A table as it stands in a file.
 *
 * @param headings the first row that is not empty
 * @param rows those below it that are not empty
 */
record Sheet(List<String> headings, List<Row> rows) {

    /**
     * A row.
     *
     * @param number as spreadsheet programs count, from 1
     * @param cells as many as there are headings
     */
    record Row(int number, List<Cell> cells) {}
}
