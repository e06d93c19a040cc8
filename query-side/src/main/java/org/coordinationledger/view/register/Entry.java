package org.coordinationledger.view.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number in a series, and who bears it.
 *
 * @param number as it is written on the document that was recorded first among them
 * @param ordinal the number that it begins with, or null if it begins with none
 * @param dates the dates of documents with this number; more than one is a double
 * @param records the records that bear it
 * @param doubled whether more than one document seems to bear this number
 */
public record Entry(
        String number, @Nullable Integer ordinal, List<LocalDate> dates, List<Bearer> records, boolean doubled) {

    /** A record that bears a document. */
    public record Bearer(String resource, String id) {}
}
