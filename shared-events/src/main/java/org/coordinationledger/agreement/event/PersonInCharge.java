package org.coordinationledger.agreement.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.Text;

/** Who looks after an agreement for a party: a function or a member's code, never a name. At most 120 characters. */
public record PersonInCharge(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonInCharge {
        value = Text.checkedLine(value, 120);
    }

    @Override
    public String toString() {
        return value;
    }
}
