package org.coordinationledger.view.title;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.Readers;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/**
 * How people know records, at one pair of times: by the facts that their features declare. Many are looked up at once, and
 * none twice. For one thread.
 */
public final class Titles {

    /** A title names records, whose titles name others; what is named further on goes by its id. */
    private static final int MOST_ROUNDS = 3;

    private static final String BETWEEN = " · ";

    private final FeatureViews views;
    private final Generations generations;
    private final ReadingCircle circle;
    private final ReadPoint point;
    private final LocalDate effectiveOn;
    private final Wording wording;
    private final Map<String, Map<String, Facts>> known = new HashMap<>();
    private final Set<String> outside = new HashSet<>();

    /** @param circle what may be read: what lies outside goes by its id, or by its code where that is for all */
    public Titles(
            FeatureViews views,
            Generations generations,
            ReadingCircle circle,
            ReadPoint point,
            LocalDate effectiveOn,
            Wording wording) {
        this.views = views;
        this.generations = generations;
        this.circle = circle;
        this.point = point;
        this.effectiveOn = effectiveOn;
        this.wording = wording;
    }

    /**
     * Looks up those that are not known yet, and what their titles name.
     *
     * @param asked ids by the resource of their kind
     */
    public void lookUp(Map<String, Set<String>> asked) {
        Map<String, Set<String>> next = asked;
        for (int round = 0; round < MOST_ROUNDS && !next.isEmpty(); round++) {
            Map<String, Set<String>> named = new TreeMap<>();
            next.forEach((resource, ids) -> lookUp(resource, ids, named));
            next = named;
        }
    }

    private void lookUp(String resource, Set<String> ids, Map<String, Set<String>> named) {
        FeatureView<?> view = views.ofResource(resource).orElse(null);
        Map<String, Facts> ofKind = known.computeIfAbsent(resource, r -> new HashMap<>());
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(ofKind.keySet());
        if (view == null || unknown.isEmpty()) {
            return;
        }
        List<Bson> conditions = new ArrayList<>(
                List.of(in("record", unknown), SpanCollection.at(point.knownAt(), effectiveOn)));
        if (view.readers() != Readers.NAMED_KNOWN_BY_CODE) {
            circle.condition(view).ifPresent(conditions::add);
        }
        List<Span> found = generations
                .spans(point.generation(), view.type())
                .find(and(conditions), ascending("record"), unknown.size());
        for (Span span : found) {
            remember(view, span, named);
            unknown.remove(span.record());
        }
        circle.condition(view).ifPresent(readable -> outside.addAll(unreadable(view, unknown, readable)));
    }

    /** Those of some records that were not found on that day which may be read on no other day either. */
    private Set<String> unreadable(FeatureView<?> view, Set<String> notFound, Bson readable) {
        if (notFound.isEmpty()) {
            return Set.of();
        }
        Set<String> left = new TreeSet<>(notFound);
        Bson onSomeDay = and(in("record", notFound), SpanCollection.knownAt(point.knownAt()), readable);
        generations
                .spans(point.generation(), view.type())
                .aggregate(List.of(match(onSomeDay), group("$record")), one -> one.getString("_id"))
                .forEach(left::remove);
        return left;
    }

    /**
     * Takes a record's facts as known, where they were read anyway.
     *
     * @param named to which the records are added that its title names, by the resource of their kind
     */
    public void remember(FeatureView<?> view, Span span, Map<String, Set<String>> named) {
        known.computeIfAbsent(view.resource(), r -> new HashMap<>()).put(span.record(), span.facts());
        if (!circle.permits(view, span.named().organisations())) {
            outside.add(span.record());
        }
        addNamed(view, span.facts(), named);
    }

    /** Adds the records that a title made of these facts names, by the resource of their kind. */
    public static void addNamed(FeatureView<?> view, Facts facts, Map<String, Set<String>> named) {
        for (String name : view.titledBy()) {
            String target = view.fact(name).orElseThrow().target();
            if (target != null) {
                named.computeIfAbsent(target, r -> new TreeSet<>()).addAll(facts.ids(name));
            }
        }
    }

    /** The title of a record that was looked up; its id where it is not known on that day. */
    public String of(String resource, String id) {
        return wording.capital(of(resource, id, MOST_ROUNDS));
    }

    /** Whether a record that was looked up lies outside what may be read, so that its title is all that is told of it. */
    public boolean outside(String id) {
        return outside.contains(id);
    }

    /** The title that these facts give a record; its id where they give none. */
    public String of(FeatureView<?> view, String id, Facts facts) {
        return wording.capital(of(view, id, facts, MOST_ROUNDS));
    }

    private String of(String resource, String id, int rounds) {
        Facts facts = known.getOrDefault(resource, Map.of()).get(id);
        FeatureView<?> view = views.ofResource(resource).orElse(null);
        return facts == null || view == null || rounds == 0 ? id : of(view, id, facts, rounds);
    }

    private String of(FeatureView<?> view, String id, Facts facts, int rounds) {
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
            case CODE -> wording.word(Objects.requireNonNull(fact.words()), (String) value);
            case DATE -> wording.day(LocalDate.parse((String) value));
            case MONTH -> Wording.month(YearMonth.parse((String) value));
            default -> value.toString();
        };
    }
}
