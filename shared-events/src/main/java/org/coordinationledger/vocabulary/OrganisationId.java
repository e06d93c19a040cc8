package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an organisation. */
public record OrganisationId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
