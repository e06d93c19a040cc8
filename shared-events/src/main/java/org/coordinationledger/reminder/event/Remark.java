package org.coordinationledger.reminder.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.Text;

/** What an organisation says about a reminder; no personal data belongs in it. At most 2_000 characters. */
public record Remark(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Remark {
        value = Text.checked(value, 2_000);
    }

    @Override
    public String toString() {
        return value;
    }
}
