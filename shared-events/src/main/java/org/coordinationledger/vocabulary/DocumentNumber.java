package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A document's number as it is written on it, such as 09-QĐ/TU, 01/CT-TTg or Đề án 825. At most 60 characters. */
public record DocumentNumber(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentNumber {
        value = Text.checked(value, 60);
        if (!value.matches("[\\p{L}\\p{N} ./()–-]+")) {
            throw ValueRejection.thrown(new ValueRejection.MalformedNumber(ValueRejection.excerpt(value)));
        }
    }

    /**
     * The number as it is compared with others of its series: 020-qđ/tu is 20-QĐ/TU once more, since zeros before a number
     * and small letters are ways of writing.
     */
    public String compared() {
        return value.replaceFirst("^0+(?=[0-9])", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
