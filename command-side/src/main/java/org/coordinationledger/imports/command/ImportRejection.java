package org.coordinationledger.imports.command;

import java.util.List;
import org.coordinationledger.rejection.Rejection;

/**
 * Why a file cannot be read, or what is wrong in one of its cells. A {@code column} is named as in the API; its heading is
 * in the messages.
 */
public sealed interface ImportRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.INVALID;
    }

    // The file

    /** Neither XLSX nor CSV; {@code found} says what it seems to be. */
    record NoSpreadsheet(String found, List<String> readable) implements ImportRejection {}

    /** A workbook that carries a program. */
    record MacroWorkbook() implements ImportRejection {}

    /** A workbook whose parts are damaged, or not those of a workbook. */
    record DamagedWorkbook() implements ImportRejection {}

    /** A file that says of itself that it is larger when it is unpacked, or has more parts, than is read. */
    record UnpacksTooLarge(long mostBytes, int mostParts) implements ImportRejection {}

    record TooManyRows(int mostRows) implements ImportRejection {}

    record TooManyColumns(int mostColumns) implements ImportRejection {}

    /** Headings and nothing below them. */
    record NoRows() implements ImportRejection {}

    /**
     * The headings are not those of the template.
     *
     * @param unknown as they stand in the file
     * @param missing columns that must be there
     * @param doubled columns that are there more than once
     */
    record WrongColumns(List<String> unknown, List<String> missing, List<String> doubled)
            implements ImportRejection {}

    /** What is sent for records that no file is read for. */
    record NotImported(String resource, List<String> resources) implements ImportRejection {}

    /** An import that is under way, or done, does not begin or end again. */
    record AlreadyConfirmed(String state) implements ImportRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    // A cell

    /** A formula is never worked out, and what it came to last is not believed. */
    record FormulaInCell(String column) implements ImportRejection {}

    record MissingCell(String column) implements ImportRejection {}

    record CellTooLong(String column, int mostCharacters) implements ImportRejection {}

    /** {@code expected} names what belongs there. */
    record UnreadableCell(String column, String given, String expected) implements ImportRejection {}

    /** None of the words that belong there; {@code known} are their codes. */
    record UnknownWord(String column, String given, List<String> known) implements ImportRejection {}

    /** No record is called so. */
    record NothingFound(String column, String given) implements ImportRejection {}

    /** Several records are called so; each candidate is a name, what it stands under, and its id in square brackets. */
    record SeveralFound(String column, String given, List<String> candidates) implements ImportRejection {}
}
