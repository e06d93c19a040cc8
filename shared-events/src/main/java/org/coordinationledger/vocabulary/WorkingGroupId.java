package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a working group. */
public record WorkingGroupId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkingGroupId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
