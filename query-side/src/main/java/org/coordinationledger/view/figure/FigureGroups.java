package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BsonField;
import com.mongodb.client.model.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Figure.Placing;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.jspecify.annotations.Nullable;

/**
 * Groups the records behind a figure, in the database, by the organisations that place them, and says which of them count.
 * This alone knows what scope and circle leave of a figure. Groups are kept, at most {@link #MOST_KEPT}, the same for
 * everybody, and serve at every position until something about records of their kind changes.
 */
final class FigureGroups {

    private static final long MOST_KEPT = 200_000;

    /** So many days are read in one pass, so that what the database and this process hold meanwhile stays small. */
    static final int MOST_DAYS_AHEAD = 12;

    private static final String COUNT = "count";

    /**
     * Each span counts for one. That it is a field which the pipeline computes keeps MongoDB from grouping with its
     * slot-based engine, which takes half as long again for the same index entries (measured with 6.0.5).
     */
    private static final Bson ONE_EACH = Aggregates.addFields(new Field<>("one", 1));

    /** Stands between ids that are written as one text; no id holds it. */
    private static final String BETWEEN = ",";

    private final Generations generations;
    private final OrganisationTrees trees;
    private final LastChanges changes;
    private final Cache<Key, List<Group>> groups = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, List<Group> kept) -> 1 + kept.size())
            .build();

    /**
     * @param changedAt the position since which they are the same
     * @param placed whether the groups tell the organisations apart
     */
    private record Key(
            int generation,
            long changedAt,
            LocalDate effectiveOn,
            String figure,
            Period period,
            boolean placed,
            @Nullable String code) {}

    FigureGroups(Generations generations, OrganisationTrees trees) {
        this.generations = generations;
        this.trees = trees;
        this.changes = new LastChanges(generations);
    }

    private Key key(FigureQuestion question, boolean placed, @Nullable String code) {
        return new Key(
                question.point().generation().number(),
                changes.before(question.point(), question.figure().view().type()),
                question.effectiveOn(), question.asked().name(), question.period(), placed, code);
    }

    OrganisationTree tree(FigureQuestion question) {
        return trees.at(question.point(), question.effectiveOn());
    }

    /**
     * The organisations of which one must place a record, so that it counts: those of the scope as far as they lie in the
     * circle. Empty where everything counts.
     */
    Optional<Set<String>> places(FigureQuestion question) {
        return question.isWhole() ? Optional.empty() : Optional.of(places(question, tree(question)));
    }

    /** The same, of a question with a scope or by somebody who does not read everything. */
    static Set<String> places(FigureQuestion question, OrganisationTree tree) {
        Optional<Set<String>> readable = question.readable();
        String scope = question.scope();
        if (scope == null) {
            return readable.orElseThrow();
        }
        return switch (question.asked().placing()) {
            case WITHIN_SCOPE -> among(tree.within(scope), readable);
            case APPLIES_TO_SCOPE -> among(tree.aboveAndItself(scope), readable);
            case IS_SCOPE -> Set.of(scope);
        };
    }

    private static Set<String> among(Set<String> organisations, Optional<Set<String>> readable) {
        readable.ifPresent(organisations::retainAll);
        return organisations;
    }

    /** All that count; where everything does, they are not told apart by organisation. */
    List<Group> within(FigureQuestion question) {
        return question.isWhole()
                ? groups.get(key(question, false, null), k -> read(question, List.of(), null))
                : placedWithin(question, null);
    }

    /**
     * Reads what counts on each of some days in one pass, so that it is there when it is asked for; nothing of figures
     * whose conditions differ from day to day.
     *
     * @param questions the same but for their days; at most {@link #MOST_DAYS_AHEAD}
     */
    void readAhead(List<FigureQuestion> questions) {
        FigureQuestion first = questions.get(0);
        boolean alike = first.asked().reached() == null && first.period().equals(Period.ALL);
        if (!alike || first.asked().placing() == Placing.IS_SCOPE) {
            return;
        }
        boolean placed = !first.isWhole();
        List<FigureQuestion> unread = questions.stream()
                .map(question -> placed ? question.ofAll() : question)
                .filter(question -> groups.getIfPresent(key(question, placed, null)) == null)
                .toList();
        if (unread.size() > 1) {
            List<List<Group>> read = readDays(unread, placed ? placing(first) : List.of());
            for (int i = 0; i < unread.size(); i++) {
                groups.put(key(unread.get(i), placed, null), read.get(i));
            }
        }
    }

    /**
     * All that count, each with the organisations that place it.
     *
     * @param code the fact to tell them apart by too, or null
     */
    List<Group> placedWithin(FigureQuestion question, @Nullable String code) {
        if (question.asked().placing() == Placing.IS_SCOPE) {
            return read(question, placing(question), code);
        }
        FigureQuestion ofAll = question.ofAll();
        List<Group> all = groups.get(key(ofAll, true, code), k -> read(ofAll, placing(ofAll), code));
        return places(question)
                .map(places -> all.stream()
                        .filter(group -> !Collections.disjoint(group.places(), places))
                        .toList())
                .orElse(all);
    }

    /** What spans of the records behind a figure must be, besides holding at the pair of times. */
    List<Bson> conditions(FigureQuestion question) {
        Figure asked = question.asked();
        String scope = question.scope();
        List<Bson> conditions = conditionsWherever(question);
        if (scope != null && asked.placing() == Placing.IS_SCOPE) {
            conditions.add(SpanCollection.of(scope));
            question.circle().condition(question.figure().view()).ifPresent(conditions::add);
        } else {
            places(question).ifPresent(places -> conditions.add(
                    asked.placedBy().isEmpty()
                            ? in("record", places)
                            : or(asked.placedBy().stream()
                                    .map(fact -> in("facts." + fact, places))
                                    .toList())));
        }
        return conditions;
    }

    /** What they must be whatever organisation places them. */
    static List<Bson> conditionsWherever(FigureQuestion question) {
        Figure asked = question.asked();
        List<Bson> conditions = new ArrayList<>();
        asked.where().forEach((fact, value) -> conditions.add(eq("facts." + fact, value)));
        if (asked.reached() != null) {
            conditions.add(lte("facts." + asked.reached(), question.effectiveOn().toString()));
        }
        if (asked.happenedOn() != null) {
            conditions.addAll(question.period().conditions(asked.happenedOn()));
        }
        return conditions;
    }

    /** What spans of the records behind a figure must be, holding at the pair of times. */
    Bson behind(FigureQuestion question) {
        List<Bson> conditions = new ArrayList<>(conditions(question));
        conditions.add(SpanCollection.at(question.point().knownAt(), question.effectiveOn()));
        return and(conditions);
    }

    /**
     * The first stages of a pipeline over the records behind a figure: one document for each, as its span.
     *
     * @param fields those of the span that are needed besides what the figure is of
     */
    List<Bson> counted(FigureQuestion question, List<String> fields) {
        return question.accumulatedBefore()
                .map(before -> Accumulated.stages(question, behind(question), before, fields))
                .orElseGet(() -> List.of(Aggregates.match(behind(question))));
    }

    SpanCollection spans(FigureQuestion question) {
        return generations.spans(
                question.point().generation(), question.figure().view().type());
    }

    /** The fields of a span that hold the organisations that place it. */
    private static List<String> placing(FigureQuestion question) {
        List<String> facts = question.asked().placedBy();
        return facts.isEmpty() ? List.of("record") : facts.stream().map(fact -> "facts." + fact).toList();
    }

    /** @param placing the fields to group by besides the value; none where nobody asks which organisation it was */
    private List<Group> read(FigureQuestion question, List<String> placing, @Nullable String code) {
        Document id = id(question, placing, code);
        if (question.accumulatedBefore().isPresent()) {
            id.append(Accumulated.EARLIER, "$" + Accumulated.EARLIER);
        }
        List<String> fields = new ArrayList<>(placing);
        if (code != null) {
            fields.add("facts." + code);
        }
        List<Bson> pipeline = new ArrayList<>(counted(question, fields));
        pipeline.add(ONE_EACH);
        pipeline.add(Aggregates.group(id.isEmpty() ? null : id, Accumulators.sum(COUNT, "$one")));
        if (countsDistinct(question, placing)) {
            pipeline.add(Aggregates.match(exists("_id.value")));
            pipeline.add(Aggregates.group(null, Accumulators.sum(COUNT, 1)));
        }
        List<Group> read = new ArrayList<>();
        forEach(question, pipeline, found -> read.add(group(found, placing.size(), COUNT)));
        return read;
    }

    /** The same of several days, none of which is in a period: the groups of each. */
    private List<List<Group>> readDays(List<FigureQuestion> questions, List<String> placing) {
        FigureQuestion any = questions.get(0);
        List<LocalDate> days = questions.stream().map(FigureQuestion::effectiveOn).toList();
        List<Bson> conditions = new ArrayList<>(conditionsWherever(any));
        conditions.add(SpanCollection.onSomeDay(
                any.point().knownAt(), Collections.min(days), Collections.max(days)));
        Document id = id(any, placing, null);
        List<BsonField> counts = new ArrayList<>();
        List<BsonField> distinct = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            counts.add(Accumulators.sum(COUNT + i, where(SpanCollection.ofDay(days.get(i)), "$one")));
            distinct.add(Accumulators.sum(COUNT + i, where(new Document("$gt", List.of("$" + COUNT + i, 0)), 1)));
        }
        List<Bson> pipeline = new ArrayList<>(List.of(
                Aggregates.match(and(conditions)), ONE_EACH, Aggregates.group(id.isEmpty() ? null : id, counts)));
        if (countsDistinct(any, placing)) {
            pipeline.add(Aggregates.match(exists("_id.value")));
            pipeline.add(Aggregates.group(null, distinct));
        }
        List<List<Group>> groupsOfDays = new ArrayList<>();
        days.forEach(day -> groupsOfDays.add(new ArrayList<>()));
        forEach(any, pipeline, found -> {
            Group all = group(found, placing.size(), COUNT + 0);
            for (int i = 0; i < days.size(); i++) {
                long count = ((Number) found.get(COUNT + i)).longValue();
                if (count > 0) {
                    groupsOfDays.get(i).add(all.of(count));
                }
            }
        });
        return groupsOfDays;
    }

    /** Reads what a pipeline gives, by the index that passes fewest spans where one is made for figures like this. */
    private void forEach(FigureQuestion question, List<Bson> pipeline, Consumer<Document> taking) {
        ReadPoint point = question.point();
        boolean indexed = question.asked().placing() != Placing.IS_SCOPE
                && question.accumulatedBefore().isEmpty()
                && FeatureViews.builtAs(question.figure().view(), point.generation().shape());
        boolean early = indexed && point.knownAt() < generations.watermark(point.generation()) / 2;
        spans(question).forEachOfFigure(pipeline, indexed, early, taking);
    }

    /** An expression that is {@code one} where a condition holds and zero otherwise. */
    private static Document where(Document condition, Object one) {
        return new Document("$cond", List.of(condition, one, 0));
    }

    /** Whether the database counts different values, since nobody asks whose they are. */
    private static boolean countsDistinct(FigureQuestion question, List<String> placing) {
        return placing.isEmpty() && question.asked().measure() == Figure.Measure.DISTINCT;
    }

    /** What spans are told apart by. */
    private static Document id(FigureQuestion question, List<String> placing, @Nullable String code) {
        Figure asked = question.asked();
        Document id = new Document();
        for (int i = 0; i < placing.size(); i++) {
            id.append("p" + i, asOneText(question.figure().view(), placing.get(i)));
        }
        if (asked.of() != null) {
            id.append("value", "$facts." + asked.of());
        }
        if (asked.orderedBy() != null) {
            id.append("order", "$facts." + asked.orderedBy());
        }
        if (code != null) {
            id.append("code", "$facts." + code);
        }
        return id;
    }

    /**
     * A field to group by. A list of organisations is written out as one text, since the embedded store takes lists that
     * begin alike for equal when it groups.
     */
    private static Object asOneText(FeatureView<?> view, String field) {
        boolean several = view.facts().stream()
                .anyMatch(fact -> fact.kind() == FactKind.ORGANISATIONS && field.equals("facts." + fact.name()));
        return several
                ? new Document("$reduce", new Document("input", "$" + field)
                        .append("initialValue", "")
                        .append("in", new Document("$concat", List.of("$$value", "$$this", BETWEEN))))
                : "$" + field;
    }

    /** What a document of {@link #counted} says that there was before the period. */
    static @Nullable Object earlier(Document found) {
        Object earlier = found.get(Accumulated.EARLIER);
        return earlier == null ? null : SpanCollection.fact(earlier);
    }

    private static Group group(Document found, int placing, String count) {
        Document id = found.get("_id", new Document());
        List<String> places = new ArrayList<>();
        for (int i = 0; i < placing; i++) {
            String place = id.getString("p" + i);
            if (place != null) {
                places.addAll(List.of(place.split(BETWEEN)));
            }
        }
        Object value = id.get("value");
        return new Group(
                List.copyOf(places),
                value == null ? null : Accumulated.less(SpanCollection.fact(value), earlier(id)),
                id.getString("order"),
                id.getString("code"),
                ((Number) found.get(count)).longValue());
    }
}
