package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a proposal. */
public record ProposalId(@JsonValue String value) implements RecordId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProposalId {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
