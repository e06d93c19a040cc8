package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.AxonThreadFactory;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Figure.Placing;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Computes figures at one pair of times. Records are grouped in the database by the organisations that place them; the
 * groups are rolled up in memory along the tree of the same pair, so that one reading serves every scope. Groups of a
 * position never change and are kept, at most {@link #MOST_KEPT}.
 */
public final class Figures implements AutoCloseable {

    private static final long MOST_KEPT = 200_000;
    private static final int MOST_BESIDE = 4;
    private static final int GROWTH_PLACES = 4;

    /** Stands between ids that are written as one text; no id holds it. */
    private static final String BETWEEN = ",";

    /** Follows the name of a figure in the key of what is kept of it for the whole ledger. */
    private static final String WHOLE = " of all";

    private final Generations generations;
    private final Cache<Key, List<Group>> groups = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, List<Group> kept) -> 1 + kept.size())
            .build();
    private final OrganisationTrees trees;

    /** Reads one of two pairs; when all its threads are busy, whoever asks reads both. */
    private final ExecutorService beside = new ThreadPoolExecutor(
            0,
            MOST_BESIDE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new AxonThreadFactory("figures"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    private record Key(int generation, long knownAt, LocalDate effectiveOn, String figure) {}

    public Figures(Generations generations, OrganisationTrees trees) {
        this.generations = generations;
        this.trees = trees;
    }

    /** What a scope of a figure is: an organisation, or where records are scopes themselves, one of the figure's feature. */
    public RecordType<?, ?> scopeType(FeatureFigure figure) {
        return figure.figure().placing() == Placing.IS_SCOPE ? figure.view().type() : OrganisationState.TYPE;
    }

    /** Whether there is such a scope at a pair of times. */
    public boolean knows(FeatureFigure figure, String scope, ReadPoint point, LocalDate effectiveOn) {
        return permits(figure, scope, ReadingCircle.WHOLE, point, effectiveOn);
    }

    /** Whether there is such a scope, where records are scopes themselves, and it may be read. */
    public boolean permits(
            FeatureFigure figure, String scope, ReadingCircle circle, ReadPoint point, LocalDate effectiveOn) {
        Bson there = and(SpanCollection.of(scope), SpanCollection.at(point.knownAt(), effectiveOn));
        Bson one = circle.condition(figure.view()).map(readable -> and(there, readable)).orElse(there);
        return !generations
                .spans(point.generation(), scopeType(figure))
                .find(one, ascending("record"), 1)
                .isEmpty();
    }

    /**
     * The value of a figure.
     *
     * @param scope the organisation that it is about, or null for all that may be read
     * @param circle outside of which no record counts
     * @param comparedWith another day to compare with, or null; a figure that is a growth needs one
     */
    public FigureValue value(
            FeatureFigure figure,
            @Nullable String scope,
            ReadingCircle circle,
            ReadPoint point,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith) {
        Figure asked = figure.figure();
        Future<List<Group>> countedBefore = comparedWith == null
                ? null
                : beside.submit(() -> within(figure, scope, circle, point, comparedWith));
        List<Group> counted = within(figure, scope, circle, point, effectiveOn);
        if (asked.measure() == Figure.Measure.VALUES) {
            return new FigureValue(values(counted), null, null, null);
        }
        boolean whole = isWhole(figure, scope, circle);
        Quantity now = number(asked, whole, counted);
        Quality quality = !asked.qualified() ? null : now == null ? Quality.NOT_STATED : now.quality();
        if (countedBefore == null) {
            return new FigureValue(plain(now), quality, null, null);
        }
        Quantity before = number(asked, whole, result(countedBefore));
        Number growth = growth(now, before);
        return asked.growing()
                ? new FigureValue(growth, quality, plain(before), growth)
                : new FigureValue(plain(now), quality, plain(before), growth);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the process stops", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a figure could not be read", e.getCause());
        }
    }

    /** What spans of the figure's records behind it must be, besides holding at the pair of times. */
    public List<Bson> conditions(
            FeatureFigure figure,
            @Nullable String scope,
            ReadingCircle circle,
            ReadPoint point,
            LocalDate effectiveOn) {
        Figure asked = figure.figure();
        List<Bson> conditions = new ArrayList<>();
        asked.where().forEach((fact, value) -> conditions.add(eq("facts." + fact, value)));
        if (asked.reached() != null) {
            conditions.add(lte("facts." + asked.reached(), effectiveOn.toString()));
        }
        if (scope != null && asked.placing() == Placing.IS_SCOPE) {
            conditions.add(SpanCollection.of(scope));
        } else if (!isWhole(figure, scope, circle)) {
            Set<String> places = places(figure, scope, circle, point, effectiveOn);
            conditions.add(
                    asked.placedBy().isEmpty()
                            ? in("record", places)
                            : or(asked.placedBy().stream()
                                    .map(fact -> in("facts." + fact, places))
                                    .toList()));
        }
        return conditions;
    }

    private List<Group> within(
            FeatureFigure figure,
            @Nullable String scope,
            ReadingCircle circle,
            ReadPoint point,
            LocalDate effectiveOn) {
        if (scope != null && figure.figure().placing() == Placing.IS_SCOPE) {
            return readGroups(figure, scope, placing(figure), point, effectiveOn);
        }
        if (isWhole(figure, scope, circle)) {
            return groups.get(
                    key(point, effectiveOn, figure.figure().name() + WHOLE),
                    k -> readGroups(figure, null, List.of(), point, effectiveOn));
        }
        List<Group> all = groups.get(
                key(point, effectiveOn, figure.figure().name()),
                k -> readGroups(figure, null, placing(figure), point, effectiveOn));
        Set<String> places = places(figure, scope, circle, point, effectiveOn);
        Predicate<Group> placed = group -> !Collections.disjoint(group.places(), places);
        return all.stream().filter(placed).toList();
    }

    /** Whether a figure is of the whole ledger, so that it does not matter which organisations place a record. */
    private static boolean isWhole(FeatureFigure figure, @Nullable String scope, ReadingCircle circle) {
        return scope == null && circle.named(figure.view()).isEmpty();
    }

    /** The organisations that place the records that count: those of the scope, as far as they may be read about. */
    private Set<String> places(
            FeatureFigure figure,
            @Nullable String scope,
            ReadingCircle circle,
            ReadPoint point,
            LocalDate effectiveOn) {
        Optional<Set<String>> readable = circle.named(figure.view());
        if (scope == null) {
            return readable.orElseThrow();
        }
        OrganisationTree tree = trees.at(point, effectiveOn);
        Set<String> places =
                figure.figure().placing() == Placing.WITHIN_SCOPE ? tree.within(scope) : tree.aboveAndItself(scope);
        readable.ifPresent(places::retainAll);
        return places;
    }

    /** The fields of a span that hold the organisations that place it. */
    private static List<String> placing(FeatureFigure figure) {
        List<String> facts = figure.figure().placedBy();
        return facts.isEmpty() ? List.of("record") : facts.stream().map(fact -> "facts." + fact).toList();
    }

    /** @param placing the fields to group by besides the value; none where nobody asks which organisation it was */
    private List<Group> readGroups(
            FeatureFigure figure,
            @Nullable String scope,
            List<String> placing,
            ReadPoint point,
            LocalDate effectiveOn) {
        Figure asked = figure.figure();
        List<Bson> conditions = new ArrayList<>(conditions(figure, scope, ReadingCircle.WHOLE, point, effectiveOn));
        conditions.add(SpanCollection.at(point.knownAt(), effectiveOn));
        Document id = new Document();
        for (int i = 0; i < placing.size(); i++) {
            id.append("p" + i, asOneText(figure.view(), placing.get(i)));
        }
        if (asked.of() != null) {
            id.append("value", "$facts." + asked.of());
        }
        if (asked.orderedBy() != null) {
            id.append("order", "$facts." + asked.orderedBy());
        }
        List<Bson> pipeline = new ArrayList<>(List.of(
                Aggregates.match(and(conditions)),
                Aggregates.group(id.isEmpty() ? null : id, Accumulators.sum("count", 1))));
        if (placing.isEmpty() && asked.measure() == Figure.Measure.DISTINCT) {
            pipeline.add(Aggregates.match(exists("_id.value")));
            pipeline.add(Aggregates.group(null, Accumulators.sum("count", 1)));
        }
        return generations
                .spans(point.generation(), figure.view().type())
                .aggregate(pipeline, found -> group(found, placing.size()));
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

    private static Group group(Document found, int placing) {
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
                value == null ? null : SpanCollection.fact(value),
                id.getString("order"),
                ((Number) found.get("count")).longValue());
    }

    /** @param whole whether the groups are of the whole ledger, where the database counted distinct values itself */
    private static @Nullable Quantity number(Figure figure, boolean whole, List<Group> counted) {
        long sum = counted.stream().mapToLong(Group::count).sum();
        return switch (figure.measure()) {
            case COUNT -> exact(sum);
            case DISTINCT -> exact(
                    whole
                            ? sum
                            : counted.stream()
                                    .map(Group::value)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .count());
            case SUM -> counted.stream()
                    .filter(group -> group.value() != null)
                    .map(group -> ((Quantity) Objects.requireNonNull(group.value())).times(group.count()))
                    .reduce(Quantity::plus)
                    .orElseGet(() -> exact(0));
            case QUANTITY -> counted.stream()
                    .map(group -> (Quantity) group.value())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            case VALUES -> null;
        };
    }

    private static Quantity exact(long count) {
        return new Quantity(BigDecimal.valueOf(count), Quality.EXACT, null);
    }

    private static List<Object> values(List<Group> counted) {
        Comparator<Group> order = Comparator.comparing((Group g) -> g.order() == null ? "" : g.order())
                .thenComparing(g -> String.valueOf(g.value()));
        return counted.stream()
                .filter(g -> g.value() != null)
                .sorted(order)
                .map(Group::value)
                .distinct()
                .toList();
    }

    private static @Nullable Number growth(@Nullable Quantity now, @Nullable Quantity before) {
        if (now == null || before == null || before.value().signum() == 0) {
            return null;
        }
        return plain(now.value().divide(before.value(), GROWTH_PLACES, RoundingMode.HALF_UP));
    }

    private static @Nullable Number plain(@Nullable Quantity quantity) {
        return quantity == null ? null : plain(quantity.value());
    }

    private static Number plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 18
                ? (Number) stripped.longValueExact()
                : stripped;
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }

    private static Key key(ReadPoint point, LocalDate effectiveOn, String figure) {
        return new Key(point.generation().number(), point.knownAt(), effectiveOn, figure);
    }
}
