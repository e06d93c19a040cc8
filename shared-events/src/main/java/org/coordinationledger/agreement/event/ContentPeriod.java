package org.coordinationledger.agreement.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.ValueRejection;

/** What annual contents are for: one year such as 2023, or a year and the next, such as 2023–2024, with an en dash. */
public record ContentPeriod(@JsonValue String value) {

    private static final String YEAR = "(19[3-9]\\d|20\\d\\d|21\\d\\d)";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContentPeriod {
        if (!value.matches(YEAR + "(–" + YEAR + ")?") || value.length() > 4 && !isYearAndTheNext(value)) {
            throw ValueRejection.thrown(new ValueRejection.ImpossibleDate(ValueRejection.excerpt(value)));
        }
    }

    private static boolean isYearAndTheNext(String value) {
        return Integer.parseInt(value.substring(0, 4)) + 1 == Integer.parseInt(value.substring(5));
    }

    @Override
    public String toString() {
        return value;
    }
}
