package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an agreement. */
public record AgreementId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgreementId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
