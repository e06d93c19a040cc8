package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a situation briefing. */
public record BriefingId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BriefingId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
