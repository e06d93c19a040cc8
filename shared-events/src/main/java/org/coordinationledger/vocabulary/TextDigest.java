package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Stands for a text that is too long for an event: the SHA-256 of its UTF-8 bytes, as 64 hexadecimal digits in lower
 * case. Whoever approves or signs names exactly the text by it.
 */
public record TextDigest(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TextDigest {
        if (!FORM.matcher(value).matches()) {
            throw ValueRejection.thrown(new ValueRejection.NotATextDigest(ValueRejection.excerpt(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
