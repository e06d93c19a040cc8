package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a support activity. */
public record SupportActivityId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SupportActivityId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
