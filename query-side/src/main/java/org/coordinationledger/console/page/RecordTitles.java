package org.coordinationledger.console.page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/**
 * How people know records, at the pair of times of one page: by the facts that their features declare. Many are looked up
 * at once, and none twice.
 */
public final class RecordTitles {

    /** A title names records, whose titles name others; what is named further on goes by its id. */
    private static final int MOST_ROUNDS = 3;

    private static final String BETWEEN = " · ";

    private final FeatureViews views;
    private final Generations generations;
    private final ReadingCircle circle;
    private final ReadPoint point;
    private final LocalDate effectiveOn;
    private final Page page;
    private final Map<String, Map<String, Facts>> known = new HashMap<>();

    /** @param circle what may be read: what lies outside goes by its id */
    RecordTitles(
            FeatureViews views,
            Generations generations,
            ReadingCircle circle,
            ReadPoint point,
            LocalDate effectiveOn,
            Page page) {
        this.views = views;
        this.generations = generations;
        this.circle = circle;
        this.point = point;
        this.effectiveOn = effectiveOn;
        this.page = page;
    }

    /** Records by the resource of their kind. */
    public static final class Asked {

        private final Map<String, Set<String>> ids = new TreeMap<>();

        public void add(String resource, String id) {
            ids.computeIfAbsent(resource, r -> new TreeSet<>()).add(id);
        }

        public void add(String resource, Collection<String> several) {
            several.forEach(id -> add(resource, id));
        }

        /** All that the facts of a record name. */
        public void addAll(FeatureView<?> view, Facts facts) {
            for (Fact<?> fact : view.facts()) {
                String target = fact.target();
                if (target != null) {
                    add(target, facts.ids(fact.name()));
                }
                if (fact.kind() == FactKind.WAITING) {
                    facts.waiting().forEach(waiting -> add("organisations", waiting.by()));
                }
            }
        }
    }

    /** Looks up those that are not known yet, and what their titles name. */
    public void lookUp(Asked asked) {
        Asked next = asked;
        for (int round = 0; round < MOST_ROUNDS && !next.ids.isEmpty(); round++) {
            Asked named = new Asked();
            next.ids.forEach((resource, ids) -> lookUp(resource, ids, named));
            next = named;
        }
    }

    private void lookUp(String resource, Set<String> ids, Asked named) {
        FeatureView<?> view = views.ofResource(resource).orElse(null);
        Map<String, Facts> ofKind = known.computeIfAbsent(resource, r -> new HashMap<>());
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(ofKind.keySet());
        if (view == null || unknown.isEmpty()) {
            return;
        }
        List<Bson> conditions = new ArrayList<>(
                List.of(in("record", unknown), SpanCollection.at(point.knownAt(), effectiveOn)));
        circle.condition(view).ifPresent(conditions::add);
        List<Span> found = generations
                .spans(point.generation(), view.type())
                .find(and(conditions), ascending("record"), unknown.size());
        for (Span span : found) {
            remember(view, span, named);
        }
    }

    /** Takes a record's facts as known, where they were read anyway. */
    public void remember(FeatureView<?> view, Span span, Asked named) {
        known.computeIfAbsent(view.resource(), r -> new HashMap<>()).put(span.record(), span.facts());
        for (String name : view.titledBy()) {
            String target = view.fact(name).orElseThrow().target();
            if (target != null) {
                named.add(target, span.facts().ids(name));
            }
        }
    }

    /** The title of a record that was looked up; its id where it is not known on that day. */
    public String of(String resource, String id) {
        return page.capital(of(resource, id, MOST_ROUNDS));
    }

    private String of(String resource, String id, int rounds) {
        Facts facts = known.getOrDefault(resource, Map.of()).get(id);
        FeatureView<?> view = views.ofResource(resource).orElse(null);
        if (facts == null || view == null || rounds == 0) {
            return id;
        }
        List<String> parts = new ArrayList<>();
        for (String name : view.titledBy()) {
            Fact<?> fact = view.fact(name).orElseThrow();
            facts.get(name).ifPresent(value -> parts.add(part(fact, value, facts, rounds)));
        }
        return parts.isEmpty() ? id : String.join(BETWEEN, parts);
    }

    private String part(Fact<?> fact, Object value, Facts facts, int rounds) {
        String target = fact.target();
        if (target != null) {
            return facts.ids(fact.name()).stream()
                    .map(id -> of(target, id, rounds - 1))
                    .collect(Collectors.joining(", "));
        }
        return switch (fact.kind()) {
            case CODE -> page.word(Objects.requireNonNull(fact.words()), (String) value);
            case DATE -> page.date((String) value);
            default -> value.toString();
        };
    }

    /** The title of a record, as a link to it. */
    public Piece piece(String resource, String id) {
        return new Piece(of(resource, id), page.record(resource, id));
    }
}
