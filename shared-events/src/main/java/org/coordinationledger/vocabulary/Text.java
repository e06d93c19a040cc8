package org.coordinationledger.vocabulary;

import java.text.Normalizer;

/** The rules that all text of the domain keeps. */
public final class Text {

    private Text() {}

    /**
     * Returns the text without white space around it, if it is in normalization form C, not blank, free of control
     * characters (line breaks are allowed) and not longer than {@code longest} characters.
     *
     * @throws org.coordinationledger.rejection.RejectedException with a {@link ValueRejection}
     */
    public static String checked(String text, int longest) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw ValueRejection.thrown(new ValueRejection.Blank(""));
        }
        if (trimmed.length() > longest) {
            throw ValueRejection.thrown(new ValueRejection.TooLong(trimmed.length(), longest));
        }
        requireClean(trimmed);
        return trimmed;
    }

    /** Refuses text that is not in form C, or has control characters or unpaired surrogates. */
    public static void requireClean(String text) {
        text.codePoints().forEach(c -> {
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (control || half) {
                throw ValueRejection.thrown(new ValueRejection.ForbiddenCharacter("U+%04X".formatted(c)));
            }
        });
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw ValueRejection.thrown(new ValueRejection.NotNormalized(ValueRejection.excerpt(text)));
        }
    }
}
