package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a household assignment. */
public record HouseholdAssignmentId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HouseholdAssignmentId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
