package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an outreach session. */
public record OutreachSessionId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OutreachSessionId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
