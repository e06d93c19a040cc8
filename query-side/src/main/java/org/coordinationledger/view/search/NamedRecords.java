package org.coordinationledger.view.search;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FoldedWords;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.title.Titles;

/** The records that others are titled by, as far as their names, earlier ones included, have words that are looked for. */
final class NamedRecords {

    /** Records titled by no more than so many of each kind are looked for. */
    private static final int MOST = 100;

    private final SearchText text;
    private final Map<String, Map<String, BitSet>> found = new TreeMap<>();

    NamedRecords(SearchText text) {
        this.text = text;
    }

    void add(String resource, List<Span> spans) {
        Map<String, BitSet> ofKind = found.computeIfAbsent(resource, r -> new TreeMap<>());
        for (Span span : spans) {
            ofKind.computeIfAbsent(span.record(), r -> new BitSet())
                    .or(text.among(span.searched().stream().flatMap(one -> FoldedWords.of(one).stream()).toList()));
        }
    }

    /** The ids of those that have most of the words, by the resource of their kind. */
    Map<String, Set<String>> best() {
        Map<String, Set<String>> best = new TreeMap<>();
        found.forEach((resource, ofKind) -> best.put(
                resource,
                ofKind.entrySet().stream()
                        .sorted(Comparator.comparing(one -> -one.getValue().cardinality()))
                        .limit(MOST)
                        .collect(LinkedHashSet::new, (ids, one) -> ids.add(one.getKey()), Set::addAll)));
        return best;
    }

    /** Those of {@link #best()} that have more of the words than all others of their kind. */
    Map<String, Set<String>> first() {
        Map<String, Set<String>> first = new TreeMap<>();
        best().forEach((resource, ids) -> {
            Map<String, BitSet> ofKind = found.getOrDefault(resource, Map.of());
            int most = ids.stream().mapToInt(id -> ofKind.get(id).cardinality()).max().orElse(0);
            first.put(resource, ids.stream()
                    .filter(id -> ofKind.get(id).cardinality() == most)
                    .collect(Collectors.toUnmodifiableSet()));
        });
        return first;
    }

    /** Which words the names of those have that a title of these facts names. */
    BitSet wordsOf(FeatureView<?> view, Facts facts) {
        Map<String, Set<String>> named = new TreeMap<>();
        Titles.addNamed(view, facts, named);
        BitSet words = new BitSet();
        named.forEach((resource, ids) -> ids.forEach(id -> {
            BitSet ofOne = found.getOrDefault(resource, Map.of()).get(id);
            if (ofOne != null) {
                words.or(ofOne);
            }
        }));
        return words;
    }
}
