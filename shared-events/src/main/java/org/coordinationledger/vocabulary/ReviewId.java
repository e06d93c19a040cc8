package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a review. */
public record ReviewId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReviewId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
