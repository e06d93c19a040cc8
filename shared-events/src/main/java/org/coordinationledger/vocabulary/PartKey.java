package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one of several things within a record, such as a target of a programme; of the same form as an id. */
public record PartKey(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartKey {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
