package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The opaque code of somebody who acts, as in {@link org.coordinationledger.actor.Actor#person}; never a name. */
public record PersonCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonCode {
        RecordId.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
