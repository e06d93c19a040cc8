package org.coordinationledger.benchmark.generated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Figure.Placing;
import org.coordinationledger.view.figure.Period;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/** A figure counted from the facts of all records at one pair of times, one record after the other. */
final class NaiveFigure {

    private final Figure figure;
    private final LocalDate day;
    private final Period period;
    private final Map<String, Facts> records;
    private final Map<String, Facts> organisations;

    NaiveFigure(FeatureFigure asked, LocalDate day, Map<String, Map<String, Facts>> all) {
        this(asked, day, Period.ALL, all, Map.of());
    }

    /** @param before what all records were the day before the period, for a figure that accumulates */
    NaiveFigure(
            FeatureFigure asked,
            LocalDate day,
            Period period,
            Map<String, Map<String, Facts>> all,
            Map<String, Map<String, Facts>> before) {
        this.figure = asked.figure();
        this.day = day;
        this.period = period;
        String kind = asked.view().type().name();
        this.records = since(all.getOrDefault(kind, Map.of()), before.getOrDefault(kind, Map.of()));
        this.organisations = all.getOrDefault("Organisation", Map.of());
    }

    /** The records in which something happened, with what each had before taken off what it has. */
    private Map<String, Facts> since(Map<String, Facts> now, Map<String, Facts> before) {
        if (before.isEmpty()) {
            return now;
        }
        Map<String, Facts> since = new HashMap<>();
        now.forEach((record, facts) -> {
            if (!happened(facts)) {
                return;
            }
            Map<String, Object> values = new HashMap<>(facts.values());
            values.computeIfPresent(figure.of(), (fact, value) -> new Quantity(
                    ((Quantity) value).value().subtract(quantity(before.get(record)).value()), Quality.EXACT, null));
            since.put(record, new Facts(values));
        });
        return since;
    }

    private Quantity quantity(@Nullable Facts facts) {
        return facts == null ? Quantity.NONE : (Quantity) facts.get(figure.of()).orElse(Quantity.NONE);
    }

    private boolean reached(Facts facts) {
        String fact = figure.reached();
        return fact == null
                || facts.get(fact).filter(d -> !LocalDate.parse(d.toString()).isAfter(day)).isPresent();
    }

    private boolean happened(Facts facts) {
        String fact = figure.happenedOn();
        if (fact == null || period.equals(Period.ALL)) {
            return true;
        }
        String on = facts.get(fact).map(Object::toString).orElse("");
        return !on.isEmpty()
                && (period.from() == null || on.compareTo(period.from().toString()) >= 0)
                && (period.to() == null || on.compareTo(period.to().toString()) <= 0);
    }

    /** Its value, written out; for the whole ledger where there is no scope. */
    String value(@Nullable String scope) {
        return value(counted(scope));
    }

    /** The value of the records of a scope that have a code in a fact, or none where it is null. */
    String value(@Nullable String scope, String fact, @Nullable String code) {
        return value(counted(scope).stream()
                .filter(facts -> Objects.equals(code, facts.get(fact).orElse(null)))
                .toList());
    }

    /** How many records of a scope count. */
    int records(@Nullable String scope) {
        return counted(scope).size();
    }

    /** Those that stand directly under a scope along the party line and stood on the day, or for which records count. */
    Set<String> below(String scope) {
        Set<String> below = new HashSet<>();
        organisations.forEach((id, facts) -> {
            boolean told = facts.get(FeatureView.OPEN).filter(Boolean.TRUE::equals).isPresent() || records(id) > 0;
            if (facts.ids(OrganisationView.PARTY_SUPERIOR).contains(scope) && told) {
                below.add(id);
            }
        });
        return below;
    }

    private List<Facts> counted(@Nullable String scope) {
        Set<String> places = scope == null ? Set.of() : places(scope);
        List<Facts> counted = new ArrayList<>();
        records.forEach((record, facts) -> {
            boolean wanted = figure.where().entrySet().stream().allMatch(w -> is(facts, w.getKey(), w.getValue()))
                    && reached(facts)
                    && happened(facts);
            if (wanted && (scope == null || !Collections.disjoint(placesOf(record, facts), places))) {
                counted.add(facts);
            }
        });
        return counted;
    }

    private String value(List<Facts> counted) {
        List<Object> values = figure.of() == null
                ? List.of()
                : counted.stream().flatMap(f -> f.get(figure.of()).stream()).toList();
        return switch (figure.measure()) {
            case COUNT -> written(counted.size());
            case DISTINCT -> written(values.stream().distinct().count());
            case SUM -> written(values.stream()
                    .map(Quantity.class::cast)
                    .reduce(Quantity::plus)
                    .orElse(Quantity.NONE)
                    .value());
            case MEDIAN -> median(values.stream().map(value -> ((Quantity) value).value()).sorted().toList());
            case VALUES -> ordered(counted).toString();
            case QUANTITY -> throw new AssertionError("needs no counting");
        };
    }

    private static String median(List<BigDecimal> sorted) {
        if (sorted.isEmpty()) {
            return "none";
        }
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        return written(lower.add(sorted.get(sorted.size() / 2)).divide(BigDecimal.valueOf(2)));
    }

    private List<Object> ordered(List<Facts> counted) {
        String order = figure.orderedBy();
        return counted.stream()
                .filter(f -> f.get(figure.of()).isPresent())
                .sorted(Comparator.comparing((Facts f) -> order == null ? "" : f.get(order).orElse("").toString())
                        .thenComparing(f -> f.get(figure.of()).orElseThrow().toString()))
                .map(f -> f.get(figure.of()).orElseThrow())
                .distinct()
                .toList();
    }

    private static boolean is(Facts facts, String fact, Object wanted) {
        Object value = facts.get(fact).orElse(null);
        return value instanceof List<?> several ? several.contains(wanted) : wanted.equals(value);
    }

    private List<String> placesOf(String record, Facts facts) {
        return figure.placedBy().isEmpty()
                ? List.of(record)
                : figure.placedBy().stream().flatMap(fact -> facts.ids(fact).stream()).toList();
    }

    /** The scope with all under it, or with all above it, found by looking at every organisation until nothing is new. */
    private Set<String> places(String scope) {
        Set<String> places = new HashSet<>(Set.of(scope));
        boolean grown = true;
        while (grown) {
            Set<String> more = new HashSet<>();
            organisations.forEach((id, facts) -> {
                List<String> superiors = new ArrayList<>(facts.ids(OrganisationView.PARTY_SUPERIOR));
                superiors.addAll(facts.ids(OrganisationView.COMMAND_SUPERIOR));
                if (figure.placing() == Placing.APPLIES_TO_SCOPE) {
                    if (places.contains(id)) {
                        more.addAll(superiors);
                    }
                } else if (!Collections.disjoint(superiors, places)) {
                    more.add(id);
                }
            });
            grown = places.addAll(more);
        }
        return places;
    }

    static String written(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
