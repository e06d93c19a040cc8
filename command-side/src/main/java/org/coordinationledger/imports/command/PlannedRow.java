package org.coordinationledger.imports.command;

import java.util.List;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.command.api.CommandSeries;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a row as things stand.
 *
 * @param number of the row in the file
 * @param cells by column, in the order of the declaration; empty where the file has none
 * @param personalData what of the row must not be kept in clear; null where there is none or it cannot be read
 * @param record the record that it begins or goes on with; null where the row cannot be read
 * @param steps what is to be recorded, without personal data
 * @param after the latest earlier row whose record it names; null if it names none
 * @param sameAs the earlier row that says the same; null if none does
 * @param waits the step of the row that somebody else has to take, or that waits for one of theirs; null if there is none
 * @param refusal why it is refused; null if it is not
 * @param field of the command that the refusal is about; null where it is about a cell or none
 * @param refusedStep the step that is refused; null if none is
 */
record PlannedRow(
        int number,
        Fate fate,
        List<String> cells,
        PersonalData.@Nullable Clear personalData,
        @Nullable String record,
        List<CommandSeries.Single> steps,
        @Nullable Integer after,
        @Nullable Integer sameAs,
        @Nullable String waits,
        @Nullable Rejection refusal,
        @Nullable String field,
        @Nullable String refusedStep) {

    @Override
    public String toString() {
        return "row " + number + " " + fate;
    }
}
