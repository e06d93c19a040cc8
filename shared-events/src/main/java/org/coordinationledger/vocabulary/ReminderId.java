package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a reminder. */
public record ReminderId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReminderId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
