package org.coordinationledger.view.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FoldedWords;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.title.Titles;
import org.jspecify.annotations.Nullable;

/** Spans of records that may be what is looked for, and which of them are. */
final class Candidates {

    /** So many spans are read to see what became of records that matched on other days. */
    private static final int MOST_SPANS = 2_000;

    private final RecordSearch.Asked asked;
    private final SearchText text;
    private final Titles titles;
    private final NamedRecords named;
    private final Map<FeatureView<?>, Map<String, Span>> spans = new LinkedHashMap<>();

    Candidates(RecordSearch.Asked asked, Titles titles, NamedRecords named) {
        this.asked = asked;
        this.text = asked.text();
        this.titles = titles;
        this.named = named;
    }

    /** Reads all known spans of records. */
    interface Lives {
        List<Span> of(FeatureView<?> view, Set<String> records, int most);
    }

    void add(FeatureView<?> view, List<Span> more) {
        Map<String, Span> ofKind = spans.computeIfAbsent(view, v -> new LinkedHashMap<>());
        more.forEach(span -> ofKind.putIfAbsent(span.id(), span));
    }

    /** What is found, by the kind of the records; kinds of which nothing is found are left out. */
    Map<FeatureView<?>, List<Hit>> found(Lives lives) {
        lookUpNamed(spans);
        Map<FeatureView<?>, Map<String, List<Span>>> matching = new LinkedHashMap<>();
        Map<FeatureView<?>, Map<String, Span>> others = new LinkedHashMap<>();
        spans.forEach((view, candidates) -> {
            Map<String, List<Span>> byRecord = candidates.values().stream()
                    .filter(span -> matches(view, span))
                    .collect(Collectors.groupingBy(Span::record, LinkedHashMap::new, Collectors.toList()));
            if (!byRecord.isEmpty()) {
                matching.put(view, byRecord);
            }
            Set<String> notOnTheDay = new TreeSet<>(byRecord.keySet());
            byRecord.forEach((record, all) -> onTheDay(all).ifPresent(span -> notOnTheDay.remove(record)));
            if (!notOnTheDay.isEmpty()) {
                Map<String, Span> more = new LinkedHashMap<>();
                lives.of(view, notOnTheDay, MOST_SPANS).forEach(span -> more.put(span.id(), span));
                others.put(view, more);
            }
        });
        lookUpNamed(others);
        Map<FeatureView<?>, List<Hit>> found = new LinkedHashMap<>();
        matching.forEach((view, byRecord) -> {
            Map<String, List<Span>> whole = others.getOrDefault(view, Map.of()).values().stream()
                    .collect(Collectors.groupingBy(Span::record));
            List<Hit> hits = new ArrayList<>();
            byRecord.forEach((record, all) -> hits.add(hit(view, all, whole.getOrDefault(record, all))));
            found.put(view, hits);
        });
        return found;
    }

    private void lookUpNamed(Map<FeatureView<?>, Map<String, Span>> all) {
        Map<String, Set<String>> inTitles = new TreeMap<>();
        all.forEach((view, ofKind) ->
                ofKind.values().forEach(span -> Titles.addNamed(view, span.facts(), inTitles)));
        titles.lookUp(inTitles);
    }

    private Optional<Span> onTheDay(List<Span> all) {
        return all.stream()
                .filter(span -> span.includes(asked.point().knownAt(), asked.effectiveOn()))
                .findFirst();
    }

    private boolean matches(FeatureView<?> view, Span span) {
        if (isId(span)) {
            return true;
        }
        List<String> words = new ArrayList<>(FoldedWords.of(title(view, span)));
        span.searched().forEach(one -> words.addAll(FoldedWords.of(one)));
        BitSet found = text.among(words);
        found.or(named.wordsOf(view, span.facts()));
        return text.all(found);
    }

    private boolean isId(Span span) {
        return span.record().equals(text.typed().strip());
    }

    private String title(FeatureView<?> view, Span span) {
        return titles.of(view, span.record(), span.facts());
    }

    /**
     * @param matching spans of the record that match
     * @param whole all its spans that were read
     */
    private Hit hit(FeatureView<?> view, List<Span> matching, List<Span> whole) {
        Optional<Span> day = onTheDay(matching);
        if (day.isPresent()) {
            return hit(view, day.get(), day.get(), null, null);
        }
        Span last = whole.stream()
                .filter(span -> matches(view, span))
                .max(Comparator.comparing(Span::effFrom))
                .orElse(matching.get(0));
        Span shown = onTheDay(whole).orElse(last);
        boolean later = last.effFrom().isAfter(asked.effectiveOn());
        return hit(
                view, shown, last, later ? last.effFrom() : null,
                later || last.effTo().equals(Phase.OPEN_END) ? null : last.effTo());
    }

    private Hit hit(
            FeatureView<?> view, Span shown, Span matching, @Nullable LocalDate from, @Nullable LocalDate until) {
        String title = title(view, matching);
        Match match = match(title, matching);
        boolean inTitle = isId(matching) || text.all(text.among(FoldedWords.of(title)));
        String matched = inTitle ? title : bestText(matching);
        String shownTitle = title(view, shown);
        boolean told = !Objects.equals(matched, shownTitle);
        boolean counts = shown.facts().get(FeatureView.OPEN).filter(Boolean.TRUE::equals).isPresent();
        return new Hit(
                view.resource(), shown.record(), shownTitle, match, told ? matched : null, from, until, counts);
    }

    private Match match(String title, Span span) {
        List<String> words = FoldedWords.of(title);
        if (isId(span) || words.equals(text.words())
                || span.searched().stream().anyMatch(one -> FoldedWords.of(one).equals(text.words()))) {
            return Match.EXACT;
        }
        if (Set.copyOf(words).containsAll(text.words())) {
            return Match.TITLE;
        }
        return text.all(text.among(words)) ? Match.PREFIX : Match.TEXT;
    }

    /** The text beside the title that has most of the words; null where titles of others have them. */
    private @Nullable String bestText(Span span) {
        return span.searched().stream()
                .filter(one -> !text.among(FoldedWords.of(one)).isEmpty())
                .max(Comparator.comparing(one -> text.among(FoldedWords.of(one)).cardinality()))
                .orElse(null);
    }
}
