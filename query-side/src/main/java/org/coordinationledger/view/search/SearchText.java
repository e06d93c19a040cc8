package org.coordinationledger.view.search;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.FoldedWords;
import org.coordinationledger.view.store.SpanCollection;

/**
 * What somebody looks for: words in any order, of which the last may be the beginning of one.
 *
 * @param typed as it was typed
 * @param words folded, in order
 */
public record SearchText(String typed, List<String> words) {

    /** At least so many letters and digits are asked for. */
    public static final int FEWEST = 2;

    /** No longer text is searched for. */
    public static final int LONGEST = 500;

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final Pattern ENGLISH_DAY = Pattern.compile("(\\d{1,2}) (\\p{Alpha}{3}) (\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(?<![\\d/.-])(\\d{1,2})[/-](\\d{4})(?!\\d)");
    private static final Pattern ISO_MONTH = Pattern.compile("(?<!\\d)(\\d{4})-(\\d\\d)(?![\\d-])");
    private static final Pattern ENGLISH_MONTH = Pattern.compile("(?<!\\p{Alpha})(\\p{Alpha}{3}) (\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    public SearchText {
        words = List.copyOf(words);
    }

    /** One condition on spans that helps to find what is looked for. */
    record Term(Bson condition, String word) {}

    /** Empty if the text is too long, or has too few letters and digits. */
    public static Optional<SearchText> of(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> words = FoldedWords.of(typed);
        return words.stream().mapToInt(String::length).sum() < FEWEST
                ? Optional.empty()
                : Optional.of(new SearchText(typed, words));
    }

    private String last() {
        return words.get(words.size() - 1);
    }

    /** What spans have whose texts hold all words. */
    List<Term> required() {
        List<Term> terms = new ArrayList<>();
        new LinkedHashSet<>(words.subList(0, words.size() - 1)).forEach(word -> terms.add(whole(word)));
        terms.add(beginning(last()));
        return List.copyOf(terms);
    }

    /** What spans have whose texts hold words beside each other as they were typed. */
    List<Term> pairs() {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 1; i < words.size() - 1; i++) {
            pairs.add(FoldedWords.pair(words.get(i - 1), words.get(i)));
        }
        List<Term> terms = new ArrayList<>();
        pairs.forEach(pair -> terms.add(whole(pair)));
        if (words.size() > 1) {
            terms.add(beginning(FoldedWords.pair(words.get(words.size() - 2), last())));
        }
        return List.copyOf(terms);
    }

    /** What spans have one of whose texts has just these words. */
    Bson exactly() {
        return eq(SpanCollection.WORDS, FoldedWords.whole(words));
    }

    private static Term whole(String word) {
        return new Term(eq(SpanCollection.WORDS, word), word);
    }

    /** Folded words are letters and digits, so that they stand for themselves in a pattern. */
    private static Term beginning(String word) {
        return new Term(regex(SpanCollection.WORDS, "^" + word), word);
    }

    /** Which of the words stand among others, the last as the beginning of one. */
    BitSet among(Collection<String> others) {
        Set<String> set = Set.copyOf(others);
        BitSet found = new BitSet(words.size());
        for (int i = 0; i < words.size(); i++) {
            found.set(i, set.contains(words.get(i)));
        }
        if (others.stream().anyMatch(other -> other.startsWith(last()))) {
            found.set(words.size() - 1);
        }
        return found;
    }

    /** Whether all words are found. */
    boolean all(BitSet found) {
        return found.cardinality() == words.size();
    }

    /** The days that the text names, as they are stored. */
    Set<String> days() {
        Set<String> days = new LinkedHashSet<>();
        DAY.matcher(typed).results().forEach(day -> add(days, day, 3, number(day, 2), 1));
        ISO_DAY.matcher(typed).results().forEach(day -> add(days, day, 1, number(day, 2), 3));
        ENGLISH_DAY.matcher(typed).results().forEach(
                day -> add(days, day, 3, MONTHS.indexOf(day.group(2).toLowerCase(Locale.ROOT)) + 1, 1));
        return days;
    }

    /** The months that the text names, as they are stored. */
    Set<String> months() {
        Set<String> months = new LinkedHashSet<>();
        MONTH.matcher(typed).results().forEach(month -> add(months, number(month, 2), number(month, 1)));
        ISO_MONTH.matcher(typed).results().forEach(month -> add(months, number(month, 1), number(month, 2)));
        ENGLISH_MONTH.matcher(typed).results().forEach(month ->
                add(months, number(month, 2), MONTHS.indexOf(month.group(1).toLowerCase(Locale.ROOT)) + 1));
        return months;
    }

    private static void add(Set<String> months, int year, int month) {
        if (month >= 1 && month <= 12) {
            months.add(YearMonth.of(year, month).toString());
        }
    }

    private static void add(Set<String> days, MatchResult found, int year, int month, int day) {
        try {
            days.add(LocalDate.of(number(found, year), month, number(found, day)).toString());
        } catch (DateTimeException e) {
            // digits that are no day
        }
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
