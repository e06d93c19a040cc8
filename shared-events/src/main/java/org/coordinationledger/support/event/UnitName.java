package org.coordinationledger.support.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.Text;

/** What is counted, such as căn nhà or suất quà. At most 40 characters, on one line. */
public record UnitName(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitName {
        value = Text.checkedLine(value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
