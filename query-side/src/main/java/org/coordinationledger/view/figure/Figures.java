package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Aggregates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Figure.Placing;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.view.store.SpanDocuments;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Computes figures at one pair of times. Records are grouped in the database by the organisations that place them; the
 * groups are rolled up in memory along the tree of the same pair, so that one reading serves every scope. Groups and
 * trees of a position never change and are kept: at most {@link #MOST_KEPT} groups, and trees of as many organisations.
 */
public final class Figures {

    private static final long MOST_KEPT = 200_000;
    private static final int GROWTH_PLACES = 4;

    private final Generations generations;
    private final Cache<Key, List<Group>> groups = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, List<Group> kept) -> 1 + kept.size())
            .build();
    private final Cache<Key, OrganisationTree> trees = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, OrganisationTree kept) -> 1 + kept.size())
            .build();

    private record Key(int generation, long knownAt, LocalDate effectiveOn, String figure) {}

    public Figures(Generations generations) {
        this.generations = generations;
    }

    private OrganisationTree tree(ReadPoint point, LocalDate effectiveOn) {
        return trees.get(key(point, effectiveOn, ""), k -> readTree(point, effectiveOn));
    }

    /** Whether there is such an organisation at a pair of times. */
    public boolean knows(String organisation, ReadPoint point, LocalDate effectiveOn) {
        String kind = OrganisationState.TYPE.name();
        Bson one = and(eq("record", organisation), SpanCollection.at(kind, point.knownAt(), effectiveOn));
        return !generations
                .spans(point.generation())
                .find(one, ascending("record"), 1)
                .isEmpty();
    }

    /**
     * The value of a figure.
     *
     * @param scope the organisation that it is about, or null for the whole ledger
     * @param comparedWith another day to compare with, or null; a figure that is a growth needs one
     */
    public FigureValue value(
            FeatureFigure figure,
            @Nullable String scope,
            ReadPoint point,
            LocalDate effectiveOn,
            @Nullable LocalDate comparedWith) {
        Figure asked = figure.figure();
        List<Group> counted = within(figure, scope, point, effectiveOn);
        if (asked.measure() == Figure.Measure.VALUES) {
            return new FigureValue(values(counted), null, null, null);
        }
        Quantity now = number(asked, counted);
        Quality quality = asked.measure() == Figure.Measure.QUANTITY
                ? now == null ? Quality.NOT_STATED : now.quality()
                : null;
        if (comparedWith == null) {
            return new FigureValue(plain(now), quality, null, null);
        }
        Quantity before = number(asked, within(figure, scope, point, comparedWith));
        Number growth = growth(now, before);
        return asked.growing()
                ? new FigureValue(growth, quality, plain(before), growth)
                : new FigureValue(plain(now), quality, plain(before), growth);
    }

    /** What spans of the figure's records behind it must be, besides holding at the pair of times. */
    public List<Bson> conditions(
            FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn) {
        Figure asked = figure.figure();
        List<Bson> conditions = new ArrayList<>();
        asked.where().forEach((fact, value) -> conditions.add(eq("facts." + fact, value)));
        if (scope != null) {
            Set<String> places = places(asked, scope, point, effectiveOn);
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
            FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn) {
        if (scope != null && figure.figure().placing() == Placing.IS_SCOPE) {
            return readGroups(figure, scope, point, effectiveOn);
        }
        List<Group> all = groups.get(
                key(point, effectiveOn, figure.figure().name()), k -> readGroups(figure, null, point, effectiveOn));
        if (scope == null) {
            return all;
        }
        Set<String> places = places(figure.figure(), scope, point, effectiveOn);
        Predicate<Group> placed = group -> !Collections.disjoint(group.places(), places);
        return all.stream().filter(placed).toList();
    }

    private Set<String> places(Figure figure, String scope, ReadPoint point, LocalDate effectiveOn) {
        if (figure.placing() == Placing.IS_SCOPE) {
            return Set.of(scope);
        }
        OrganisationTree tree = tree(point, effectiveOn);
        return figure.placing() == Placing.WITHIN_SCOPE ? tree.within(scope) : tree.aboveAndItself(scope);
    }

    private List<Group> readGroups(
            FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn) {
        Figure asked = figure.figure();
        List<Bson> conditions = new ArrayList<>(conditions(figure, scope, point, effectiveOn));
        conditions.add(SpanCollection.at(figure.view().type().name(), point.knownAt(), effectiveOn));
        Document id = new Document();
        List<String> placedBy = asked.placedBy();
        for (int i = 0; i < placedBy.size(); i++) {
            id.append("p" + i, "$facts." + placedBy.get(i));
        }
        if (placedBy.isEmpty()) {
            id.append("p0", "$record");
        }
        if (asked.of() != null) {
            id.append("value", "$facts." + asked.of());
        }
        if (asked.orderedBy() != null) {
            id.append("order", "$facts." + asked.orderedBy());
        }
        Document count = new Document("_id", id).append("count", new Document("$sum", 1));
        return generations
                .spans(point.generation())
                .aggregate(
                        List.of(Aggregates.match(and(conditions)), new Document("$group", count)),
                        found -> group(found, Math.max(1, placedBy.size())));
    }

    private static Group group(Document found, int placing) {
        Document id = found.get("_id", Document.class);
        List<String> places = new ArrayList<>();
        for (int i = 0; i < placing; i++) {
            Object place = id.get("p" + i);
            if (place instanceof List<?> several) {
                several.forEach(one -> places.add((String) one));
            } else if (place != null) {
                places.add((String) place);
            }
        }
        Object value = id.get("value");
        return new Group(
                List.copyOf(places),
                value == null ? null : SpanDocuments.fact(value),
                id.getString("order"),
                ((Number) found.get("count")).longValue());
    }

    private OrganisationTree readTree(ReadPoint point, LocalDate effectiveOn) {
        String kind = OrganisationState.TYPE.name();
        Document shown = new Document("_id", 0)
                .append("record", 1)
                .append("facts." + OrganisationView.PARTY_SUPERIOR, 1)
                .append("facts." + OrganisationView.COMMAND_SUPERIOR, 1);
        Map<String, List<String>> superiors = new HashMap<>();
        generations
                .spans(point.generation())
                .aggregate(
                        List.of(
                                Aggregates.match(SpanCollection.at(kind, point.knownAt(), effectiveOn)),
                                Aggregates.project(shown)),
                        found -> {
                            Document facts = found.get("facts", new Document());
                            List<String> direct = Stream.of(
                                            facts.getString(OrganisationView.PARTY_SUPERIOR),
                                            facts.getString(OrganisationView.COMMAND_SUPERIOR))
                                    .filter(Objects::nonNull)
                                    .toList();
                            return Map.entry(found.getString("record"), direct);
                        })
                .forEach(one -> superiors.put(one.getKey(), one.getValue()));
        return new OrganisationTree(superiors);
    }

    private static @Nullable Quantity number(Figure figure, List<Group> counted) {
        return switch (figure.measure()) {
            case COUNT -> exact(counted.stream().mapToLong(Group::count).sum());
            case DISTINCT -> exact(counted.stream()
                    .map(Group::value)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count());
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

    private static Key key(ReadPoint point, LocalDate effectiveOn, String figure) {
        return new Key(point.generation().number(), point.knownAt(), effectiveOn, figure);
    }
}
