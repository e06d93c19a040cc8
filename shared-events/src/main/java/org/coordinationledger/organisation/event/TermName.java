package org.coordinationledger.organisation.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.coordinationledger.vocabulary.Text;

/** What a committee's term is called, such as 2015–2020. At most 20 characters. */
public record TermName(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TermName {
        value = Text.checkedLine(value, 20).replace('-', '–');
    }

    @Override
    public String toString() {
        return value;
    }
}
