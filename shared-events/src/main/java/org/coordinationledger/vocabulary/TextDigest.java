package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /** The digest of a text. */
    public static TextDigest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of a text by its bytes. */
    public static TextDigest of(byte[] utf8) {
        try {
            return new TextDigest(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
