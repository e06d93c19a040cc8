package org.coordinationledger.reminder.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.Text;

/** The code of what a record waits for, such as {@code BRIEFING_PASS}. At most 40 characters, on one line. */
public record Awaited(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Awaited {
        value = Text.checkedLine(value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
