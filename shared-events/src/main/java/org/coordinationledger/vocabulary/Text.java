package org.coordinationledger.vocabulary;

import java.text.Normalizer;
import java.util.function.IntPredicate;

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

    /** As {@link #checked}, and on one line: for names and codes, which must not look like others. */
    public static String checkedLine(String text, int longest) {
        String checked = checked(text, longest);
        refuseCharacters(checked, c -> Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
        return checked;
    }

    /**
     * Refuses text that is not in form C, or has control characters, unpaired surrogates, or characters that show
     * nothing and only say how others are shown (zero-width ones, and those that turn the direction of writing).
     */
    public static void requireClean(String text) {
        refuseCharacters(text, c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.FORMAT);
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw ValueRejection.thrown(new ValueRejection.NotNormalized(ValueRejection.excerpt(text)));
        }
    }

    private static void refuseCharacters(String text, IntPredicate forbidden) {
        text.codePoints().filter(forbidden).findFirst().ifPresent(c -> {
            throw ValueRejection.thrown(new ValueRejection.ForbiddenCharacter("U+%04X".formatted(c)));
        });
    }
}
