package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a cell assignment. */
public record CellAssignmentId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CellAssignmentId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
