package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a handover. */
public record HandoverId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HandoverId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
