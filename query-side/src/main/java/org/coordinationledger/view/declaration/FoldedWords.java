package org.coordinationledger.view.declaration;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of texts as they are compared when people search: in lower case, without diacritics, đ as d, apart at
 * whatever is neither letter nor digit. "Ấp 3, xã Thông Bình" has the words ap, 3, xa, thong, binh.
 */
public final class FoldedWords {

    /** No more words, and no more pairs of neighbouring words, of one record are kept. */
    public static final int MOST = 250;

    /** Of a longer word only so many characters count. */
    public static final int LONGEST = 40;

    /** A text with more characters than this is not found as a whole, only by its words. */
    private static final int LONGEST_WHOLE = 250;

    private FoldedWords() {}

    /** The words of a text, in order. */
    public static List<String> of(String text) {
        String folded = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int character = folded.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isLetterOrDigit(character)) {
                if (word.length() + Character.charCount(character) <= LONGEST) {
                    word.appendCodePoint(character == 'đ' ? 'd' : character);
                }
            } else if (!mark(character) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /**
     * What is kept of texts so that they are found: each word once, and each two neighbouring words once as a
     * {@link #pair}, so that words which are common alone select few records together; and each text as a
     * {@link #whole}.
     */
    public static Set<String> kept(Collection<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> pairs = new LinkedHashSet<>();
        Set<String> wholes = new LinkedHashSet<>();
        for (String text : texts) {
            List<String> all = of(text);
            String whole = whole(all);
            if (!all.isEmpty() && whole.length() <= LONGEST_WHOLE) {
                wholes.add(whole);
            }
            String before = null;
            for (String word : all) {
                if (words.size() < MOST) {
                    words.add(word);
                }
                if (before != null && pairs.size() < MOST) {
                    pairs.add(pair(before, word));
                }
                before = word;
            }
        }
        words.addAll(pairs);
        words.addAll(wholes);
        return words;
    }

    /** Two neighbouring words as they are kept. */
    public static String pair(String first, String second) {
        return first + " " + second;
    }

    /** All words of a text as they are kept together. */
    public static String whole(List<String> words) {
        return "=" + String.join(" ", words);
    }

    private static boolean mark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
