package org.coordinationledger.view.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/** Makes the value of a figure from the groups that count for it. */
final class Numbers {

    private static final int GROWTH_PLACES = 4;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Numbers() {}

    /**
     * A value.
     *
     * @param told whether the groups tell apart what the figure is of; else the database counted it itself
     * @param before the groups on the side that it is compared with, or null where it is not compared
     */
    static FigureValue value(Figure asked, boolean told, List<Group> counted, @Nullable List<Group> before) {
        if (asked.measure() == Figure.Measure.VALUES) {
            return new FigureValue(values(counted), null, null, null);
        }
        Quantity now = number(asked, told, counted);
        Quality quality = !asked.qualified() ? null : now == null ? Quality.NOT_STATED : now.quality();
        if (before == null) {
            return new FigureValue(plain(now), quality, null, null);
        }
        Quantity compared = number(asked, told, before);
        Number growth = growth(now, compared);
        return asked.growing()
                ? new FigureValue(growth, quality, plain(compared), growth)
                : new FigureValue(plain(now), quality, plain(compared), growth);
    }

    private static @Nullable Quantity number(Figure figure, boolean told, List<Group> counted) {
        return switch (figure.measure()) {
            case COUNT -> exact(records(counted));
            case DISTINCT -> exact(
                    told
                            ? counted.stream()
                                    .map(Group::value)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .count()
                            : records(counted));
            case SUM -> counted.stream()
                    .filter(group -> group.value() != null)
                    .map(group -> ((Quantity) Objects.requireNonNull(group.value())).times(group.count()))
                    .reduce(Quantity::plus)
                    .orElseGet(() -> exact(0));
            case MEDIAN -> median(counted);
            case QUANTITY -> counted.stream()
                    .map(group -> (Quantity) group.value())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            case VALUES -> null;
        };
    }

    /** How many records there are in groups. */
    static long records(List<Group> counted) {
        return counted.stream().mapToLong(Group::count).sum();
    }

    /** As good as the weakest of all, since each of them has a say in what stands in the middle. */
    private static @Nullable Quantity median(List<Group> counted) {
        TreeMap<BigDecimal, Long> counts = new TreeMap<>();
        Quality weakest = Quality.EXACT;
        long all = 0;
        for (Group group : counted) {
            if (group.value() instanceof Quantity quantity) {
                counts.merge(quantity.value(), group.count(), Long::sum);
                weakest = weakest.orWeaker(quantity.quality());
                all += group.count();
            }
        }
        if (all == 0) {
            return null;
        }
        BigDecimal middle = at(counts, (all - 1) / 2).add(at(counts, all / 2)).divide(TWO, MathContext.DECIMAL64);
        return new Quantity(middle, weakest, null);
    }

    /** The value at a place of all values in order. */
    private static BigDecimal at(TreeMap<BigDecimal, Long> counts, long place) {
        long passed = 0;
        for (Map.Entry<BigDecimal, Long> each : counts.entrySet()) {
            passed += each.getValue();
            if (place < passed) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("there are only %d values".formatted(passed));
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
}
