package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What an organisation is called, in its full Vietnamese form. At most 200 characters. */
public record Name(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Name {
        value = Text.checkedLine(value, 200);
    }

    @Override
    public String toString() {
        return value;
    }
}
