package org.coordinationledger.programme.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.Text;

/** What a target measures, on one line. At most 300 characters. */
public record Indicator(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Indicator {
        value = Text.checkedLine(value, 300);
    }

    @Override
    public String toString() {
        return value;
    }
}
