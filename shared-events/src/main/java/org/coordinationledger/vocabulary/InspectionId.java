package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an inspection or a supervision. */
public record InspectionId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InspectionId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
