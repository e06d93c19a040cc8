package org.coordinationledger.cellassignment.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.coordinationledger.vocabulary.ValueRejection;

/** The period that a host's comment is for: a year such as 2019, or a quarter such as 2019-Q3. */
public record CommentPeriod(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommentPeriod {
        if (!value.matches("(19[3-9]\\d|20\\d\\d|21\\d\\d)(-Q[1-4])?")) {
            throw ValueRejection.thrown(new ValueRejection.ImpossibleDate(ValueRejection.excerpt(value)));
        }
    }

    /** Whether it is a year and not a quarter. */
    public boolean yearly() {
        return value.length() == 4;
    }

    public LocalDate firstDay() {
        int year = Integer.parseInt(value.substring(0, 4));
        return yearly()
                ? LocalDate.of(year, 1, 1)
                : LocalDate.of(year, 3 * (value.charAt(6) - '0') - 2, 1);
    }

    /** The first day after the period. */
    public LocalDate end() {
        return firstDay().plusMonths(yearly() ? 12 : 3);
    }

    @Override
    public String toString() {
        return value;
    }
}
