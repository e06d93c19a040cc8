package org.coordinationledger.view.search;

import static com.mongodb.client.model.Filters.empty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.Beside;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.title.Titles;
import org.coordinationledger.view.title.Wording;

/**
 * Finds records of all kinds by words: those of the texts that features declare, and of titles, which name other records
 * too. What was known at a position is searched of whatever effective day, so that a record is found by earlier names.
 */
public final class RecordSearch {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{2,64}");

    private final FeatureViews views;
    private final Generations generations;
    private final Beside beside;
    private final Messages messages;

    public RecordSearch(FeatureViews views, Generations generations, Beside beside, Messages messages) {
        this.views = views;
        this.generations = generations;
        this.beside = beside;
        this.messages = messages;
    }

    /**
     * What is looked for, and where.
     *
     * @param kinds among which it is looked for
     * @param circle outside of which nothing is found
     * @param most how many of each kind at most
     */
    public record Asked(
            SearchText text,
            List<FeatureView<?>> kinds,
            ReadingCircle circle,
            ReadPoint point,
            LocalDate effectiveOn,
            Locale language,
            int most) {}

    /**
     * Records of one kind, the best first.
     *
     * @param whole whether no more were found
     */
    public record Group(String resource, List<Hit> hits, boolean whole) {}

    /** Finds records; the kind with the best match comes first, kinds with equally good ones in the order of the views. */
    public List<Group> find(Asked asked) {
        Wording wording = new Wording(messages, asked.language());
        Map<FeatureView<?>, KindSearch> searches = new LinkedHashMap<>();
        Map<FeatureView<?>, Future<List<Span>>> naming = new LinkedHashMap<>();
        for (FeatureView<?> view : views.all()) {
            boolean isNamed = asked.kinds().stream().anyMatch(other -> named(other, view));
            if (isNamed || asked.kinds().contains(view)) {
                KindSearch search = search(asked, view, isNamed);
                searches.put(view, search);
                if (isNamed) {
                    naming.put(view, beside.read(() -> several(search.withAll(), search.withSome())));
                }
            }
        }
        NamedRecords named = new NamedRecords(asked.text());
        naming.forEach((view, found) -> named.add(view.resource(), Beside.result(found)));
        Titles titles = new Titles(
                views, generations, asked.circle(), asked.point(), asked.effectiveOn(), wording);
        Candidates candidates = new Candidates(asked, titles, named);
        Map<FeatureView<?>, Future<List<Span>>> looking = new LinkedHashMap<>();
        for (FeatureView<?> view : asked.kinds()) {
            KindSearch search = searches.get(view);
            looking.put(view, beside.read(() -> candidates(view, search, asked.text(), named, wording)));
        }
        looking.forEach((view, found) -> candidates.add(view, Beside.result(found)));
        List<Group> groups = new ArrayList<>();
        candidates.found((view, records, most) -> searches.get(view).of(records, most)).forEach((view, hits) -> {
            List<Hit> best = hits.stream().sorted(Hit.BEST_FIRST).limit(asked.most()).toList();
            groups.add(new Group(view.resource(), best, best.size() == hits.size()));
        });
        groups.sort(Comparator.comparing(group -> group.hits().get(0).match()));
        return List.copyOf(groups);
    }

    private static List<Span> candidates(
            FeatureView<?> view, KindSearch search, SearchText text, NamedRecords named, Wording wording) {
        List<Span> found = new ArrayList<>(search.withAll());
        boolean enough = found.size() >= KindSearch.MOST;
        if (!enough && view.titledBy().stream().anyMatch(fact -> view.fact(fact).orElseThrow().kind().namesRecords())) {
            found.addAll(search.withSome());
            found.addAll(search.naming(named, wording));
        }
        String typed = text.typed().strip();
        if (ID.matcher(typed).matches()) {
            found.addAll(search.of(typed));
        }
        return found;
    }

    private static List<Span> several(List<Span> some, List<Span> others) {
        List<Span> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private KindSearch search(Asked asked, FeatureView<?> view, boolean isNamed) {
        return new KindSearch(
                view,
                generations.spans(asked.point().generation(), view.type()),
                asked.text(),
                isNamed,
                asked.circle().condition(view).orElse(empty()),
                asked.point().knownAt());
    }

    /** Whether titles of one kind of records name records of another. */
    private static boolean named(FeatureView<?> one, FeatureView<?> other) {
        return one.titledBy().stream()
                .anyMatch(fact -> other.resource().equals(one.fact(fact).orElseThrow().target()));
    }
}
