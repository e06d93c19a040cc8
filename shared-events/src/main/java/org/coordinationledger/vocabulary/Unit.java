package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a quantity counts or measures, such as người, km or căn nhà. At most 40 characters, on one line. */
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
