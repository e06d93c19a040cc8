package org.coordinationledger.informationexchange.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.Text;

/** What information was about, never the information itself. At most 200 characters, on one line. */
public record ExchangeTopic(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExchangeTopic {
        value = Text.checkedLine(value, 200);
    }

    @Override
    public String toString() {
        return value;
    }
}
