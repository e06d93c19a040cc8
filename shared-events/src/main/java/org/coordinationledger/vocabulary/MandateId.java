package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a mandate: that somebody may act for an organisation in a role. */
public record MandateId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MandateId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
