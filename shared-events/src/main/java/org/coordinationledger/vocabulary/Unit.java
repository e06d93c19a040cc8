package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The unit of a target's planned and achieved quantities, such as người or km. At most 40 characters. */
public record Unit(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Unit {
        value = Text.checkedLine(value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
