package org.coordinationledger.agreement.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.Text;

/** One of the things that the parties agree to do together in a period. At most 200 characters, on one line. */
public record ContentItem(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContentItem {
        value = Text.checkedLine(value, 200);
    }

    @Override
    public String toString() {
        return value;
    }
}
