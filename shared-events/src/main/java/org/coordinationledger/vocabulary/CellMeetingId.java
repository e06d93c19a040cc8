package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a cell meeting. */
public record CellMeetingId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CellMeetingId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
