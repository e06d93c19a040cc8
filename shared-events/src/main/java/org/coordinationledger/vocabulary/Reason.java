package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why something was refused, returned, ended or corrected; no personal data belongs in it. At most 2_000 characters. */
public record Reason(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Reason {
        value = Text.checked(value, 2_000);
    }

    @Override
    public String toString() {
        return value;
    }
}
