package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code under which a member appears instead of a name, such as DV-QN-001. At most 40 characters. */
public record MemberCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MemberCode {
        value = Text.checkedLine(value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
