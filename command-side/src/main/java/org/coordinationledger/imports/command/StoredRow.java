package org.coordinationledger.imports.command;

import java.util.List;
import java.util.Map;
import org.coordinationledger.command.api.CommandSeries;
import org.coordinationledger.member.event.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import as it is kept. What it says is kept until it is recorded, and of a refused row until the import is
 * forgotten, so that it can be mended.
 *
 * @param place in the import, from 0
 * @param number in the file
 * @param personalData sealed under the import's own key
 * @param steps left to record
 * @param problems by language, as problems say it
 * @param position of the ledger up to which the row is recorded; -1 if nothing of it is
 */
record StoredRow(
        int place,
        int number,
        Fate fate,
        List<String> cells,
        PersonalData.@Nullable Sealed personalData,
        @Nullable String record,
        List<CommandSeries.Single> steps,
        List<String> stepNames,
        @Nullable Integer after,
        @Nullable Integer sameAs,
        @Nullable String waits,
        @Nullable String refusedStep,
        Map<String, String> problems,
        long position) {}
