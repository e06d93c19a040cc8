package org.coordinationledger.command.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.RecordId;

/** The id of a record whose type follows from the address. */
public record AnyRecordId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AnyRecordId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
