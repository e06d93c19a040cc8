package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a document is about. At most 1_000 characters. */
public record Subject(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Subject {
        value = Text.checked(value, 1_000);
    }

    @Override
    public String toString() {
        return value;
    }
}
