package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an information exchange. */
public record InformationExchangeId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InformationExchangeId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
