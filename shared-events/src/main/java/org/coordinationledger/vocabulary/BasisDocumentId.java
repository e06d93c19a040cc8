package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a basis document. */
public record BasisDocumentId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BasisDocumentId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
