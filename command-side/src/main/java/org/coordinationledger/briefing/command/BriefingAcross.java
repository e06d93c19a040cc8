package org.coordinationledger.briefing.command;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** Rules of briefings that look at other records. */
public sealed interface BriefingAcross extends Rejection {

    /** A post briefs the cells of the communes that it covers. */
    record CellNotCovered(@Given String cell, @Nullable String commune, String post) implements BriefingAcross {}

    /** The meeting named was not held by this cell on the day of the delivery. */
    record NotAtThatMeeting(@Given String cellMeeting, String cell, LocalDate on) implements BriefingAcross {}
}
