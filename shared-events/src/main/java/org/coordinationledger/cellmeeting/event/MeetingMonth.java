package org.coordinationledger.cellmeeting.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.coordinationledger.vocabulary.ValueRejection;

/** The month that a cell's regular meeting is for, such as 2019-03. */
public record MeetingMonth(@JsonValue String value) {

    /** A meeting is made up for at most so many days after its month. */
    private static final int DAYS_OF_GRACE = 31;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MeetingMonth {
        if (!value.matches("(19[3-9][0-9]|20[0-9][0-9]|21[0-9][0-9])-(0[1-9]|1[0-2])")) {
            throw ValueRejection.thrown(new ValueRejection.ImpossibleDate(ValueRejection.excerpt(value)));
        }
    }

    public LocalDate firstDay() {
        return LocalDate.parse(value + "-01");
    }

    /** The last day on which the meeting of this month can be held. */
    public LocalDate latest() {
        return firstDay().plusMonths(1).minusDays(1).plusDays(DAYS_OF_GRACE);
    }

    @Override
    public String toString() {
        return value;
    }
}
