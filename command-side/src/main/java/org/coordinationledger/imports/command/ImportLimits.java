package org.coordinationledger.imports.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a file may be that records are read from, and what is kept of files.
 *
 * @param maxFileSize of the file as it is sent
 * @param maxUnpackedSize of all parts of a workbook together, which are packed in the file
 * @param mostRows rows that are not empty, without the one of headings
 * @param longestCell characters of one cell
 * @param mostKept imports of one person that are kept; of more, the oldest are forgotten
 * @param keptDays after so many days an import is forgotten, unless it is being recorded
 */
@ConfigurationProperties("ledger.imports")
record ImportLimits(
        @DefaultValue("4MB") DataSize maxFileSize,
        @DefaultValue("48MB") DataSize maxUnpackedSize,
        @DefaultValue("5000") int mostRows,
        @DefaultValue("2000") int longestCell,
        @DefaultValue("20") int mostKept,
        @DefaultValue("7") int keptDays) {

    /** No declaration has more columns; a file may bring as many and no more. */
    static final int MOST_COLUMNS = 40;

    /** Parts of a workbook. */
    static final int MOST_PARTS = 500;

    ImportLimits {
        if (maxFileSize.toBytes() < 1 || maxUnpackedSize.toBytes() < 1 || mostRows < 1 || longestCell < 1
                || mostKept < 1 || keptDays < 1) {
            throw new IllegalArgumentException("each of ledger.imports is at least 1");
        }
    }
}
