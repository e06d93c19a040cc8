package org.coordinationledger.view.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FoldedWords;
import org.coordinationledger.view.search.SearchText.Term;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.view.title.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Looks for spans of one kind of record, of any effective day. The rarest of what is looked for is asked of the store, the
 * rest of what that gives; so the work stays bounded however common the other words are.
 */
final class KindSearch {

    /** No more spans are compared for one reason. */
    static final int MOST = 100;

    /** Of records that titles name so many more are compared, since any part of what is looked for may be a name. */
    private static final int MOST_NAMED = 200;

    /** No more spans than this are looked at for one question. */
    private static final int LOOKED_AT = 2_000;

    /** So many words, or pairs, that some span has are enough to choose the rarest from. */
    private static final int ENOUGH = 4;

    /** No more words, or pairs, are counted. */
    private static final int MOST_COUNTED = 6;

    /** The same where titles of other kinds name the records, so that any part of what is looked for may be a name. */
    private static final int MOST_COUNTED_OF_NAMED = 24;

    /** Counting ends here; what is as common as this does not select. */
    private static final int COMMON = 300;

    /** So few need no rarer pair. */
    private static final int FEW = 100;

    private final FeatureView<?> view;
    private final SpanCollection spans;
    private final SearchText text;
    private final Bson readable;
    private final Bson known;
    private final int mostCounted;
    private @Nullable List<Counted> words;
    private @Nullable List<Counted> pairs;
    private @Nullable List<Span> withAll;

    private record Counted(Term term, int count) {}

    /**
     * @param named whether titles of other kinds name the records
     * @param readable what spans must be to be read
     */
    KindSearch(
            FeatureView<?> view, SpanCollection spans, SearchText text, boolean named, Bson readable, long knownAt) {
        this.view = view;
        this.spans = spans;
        this.text = text;
        this.mostCounted = named ? MOST_COUNTED_OF_NAMED : MOST_COUNTED;
        this.readable = readable;
        this.known = SpanCollection.knownAt(knownAt);
    }

    private List<Counted> words() {
        if (words == null) {
            words = counted(text.required());
        }
        return words;
    }

    private List<Counted> pairs() {
        if (pairs == null) {
            pairs = counted(text.pairs());
        }
        return pairs;
    }

    /** The rarest first, those that no span has among them. */
    private List<Counted> counted(List<Term> terms) {
        List<Counted> all = new ArrayList<>();
        if (!view.searched().isEmpty()) {
            int found = 0;
            for (Term term : terms.stream().sorted(Comparator.comparingInt(KindSearch::guess)).toList()) {
                if (found < ENOUGH && all.size() < mostCounted) {
                    int count = spans.count(and(term.condition(), known), COMMON);
                    found += count > 0 ? 1 : 0;
                    all.add(new Counted(term, count));
                }
            }
        }
        all.sort(Comparator.comparingInt(Counted::count));
        return List.copyOf(all);
    }

    /** Numbers and long words come first: they are mostly rarer. */
    private static int guess(Term term) {
        boolean number = term.word().chars().anyMatch(Character::isDigit);
        return (number ? -100 : 0) - term.word().length();
    }

    /** At most {@link #MOST} spans whose texts hold all words, those first of which one text has just these words. */
    List<Span> withAll() {
        if (withAll == null) {
            withAll = readWithAll();
        }
        return withAll;
    }

    private List<Span> readWithAll() {
        List<Counted> asked = words();
        if (asked.isEmpty() || asked.get(0).count() == 0) {
            return List.of();
        }
        Bson all = and(text.required().stream().map(Term::condition).toList());
        Counted rarest = asked.get(0);
        Map<String, Span> found = new LinkedHashMap<>();
        if (rarest.count() > FEW) {
            add(found, spans.findAmong(and(text.exactly(), known, readable), LOOKED_AT, empty(), MOST));
            pairs().stream()
                    .filter(pair -> pair.count() > 0 && pair.count() < rarest.count())
                    .findFirst()
                    .ifPresent(pair -> add(found, among(pair, all)));
        }
        if (found.size() < MOST) {
            add(found, among(rarest, all));
        }
        return List.copyOf(found.values());
    }

    /** Spans whose texts hold some of the words: the rarest. */
    List<Span> withSome() {
        int most = mostCounted == MOST_COUNTED_OF_NAMED ? MOST_NAMED : MOST;
        List<Counted> some = new ArrayList<>(words());
        if (mostCounted == MOST_COUNTED_OF_NAMED
                || some.stream().filter(one -> one.count() > 0).findFirst().filter(one -> one.count() > FEW).isPresent()) {
            some.addAll(pairs());
            some.sort(Comparator.comparingInt(Counted::count));
        }
        List<Bson> rarest = new ArrayList<>();
        int sum = 0;
        for (Counted one : some) {
            if (one.count() > 0 && (rarest.isEmpty() || sum + one.count() <= most)) {
                rarest.add(one.term().condition());
                sum += one.count();
            }
        }
        return rarest.isEmpty()
                ? List.of()
                : spans.findAmong(and(or(rarest), known, readable), LOOKED_AT, empty(), most);
    }

    private List<Span> among(Counted pivot, Bson further) {
        return spans.findAmong(and(pivot.term().condition(), known, readable), LOOKED_AT, further, MOST);
    }

    /** At most {@link #MOST} spans of one record. */
    List<Span> of(String record) {
        return spans.findAmong(and(SpanCollection.of(record), known, readable), LOOKED_AT, empty(), MOST);
    }

    /** All spans of records, at most so many. */
    List<Span> of(Set<String> records, int most) {
        return spans.findAmong(and(in("record", records), known, readable), most, empty(), most);
    }

    /**
     * Spans whose titles name records that have some of the words: for each fact of a title at most {@link #MOST} that
     * name one with most of them, then as many whose titles have the days and codes that the text names too, and as many
     * others.
     */
    List<Span> naming(NamedRecords named, Wording wording) {
        Map<String, Set<String>> first = named.first();
        Map<String, Set<String>> all = named.best();
        Map<String, Span> found = new LinkedHashMap<>();
        List<Bson> naming = new ArrayList<>();
        List<Bson> finer = new ArrayList<>();
        for (String name : view.titledBy()) {
            Fact<?> fact = view.fact(name).orElseThrow();
            String target = Objects.requireNonNullElse(fact.target(), "");
            Set<String> values = named(fact, wording);
            if (all.containsKey(target) && !all.get(target).isEmpty()) {
                naming.add(in("facts." + name, all.get(target)));
                Bson best = in("facts." + name, first.get(target));
                add(found, spans.findAmong(and(best, known, readable), LOOKED_AT, empty(), MOST));
            } else if (!values.isEmpty()) {
                finer.add(in("facts." + name, values));
            }
        }
        if (naming.isEmpty()) {
            return List.of();
        }
        Bson condition = and(or(naming), known, readable);
        if (!finer.isEmpty()) {
            add(found, spans.findAmong(and(condition, and(finer)), LOOKED_AT, empty(), MOST));
        }
        add(found, spans.findAmong(condition, MOST, empty(), MOST));
        return List.copyOf(found.values());
    }

    /** The values of a fact that the text names. */
    private Set<String> named(Fact<?> fact, Wording wording) {
        if (fact.kind() == FactKind.DATE) {
            return text.days();
        }
        if (fact.kind() == FactKind.MONTH) {
            return text.months();
        }
        Set<String> all = Set.copyOf(text.words());
        return fact.codes().stream()
                .filter(code -> fact.words() != null
                        && all.containsAll(FoldedWords.of(wording.word(fact.words(), code))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void add(Map<String, Span> found, List<Span> more) {
        more.forEach(span -> found.putIfAbsent(span.id(), span));
    }
}
