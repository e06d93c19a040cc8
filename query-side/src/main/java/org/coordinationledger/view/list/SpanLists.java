package org.coordinationledger.view.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.jspecify.annotations.Nullable;

/** Reads lists, page by page. */
public final class SpanLists {

    private final Generations generations;

    public SpanLists(Generations generations) {
        this.generations = generations;
    }

    /**
     * A page of the records of one feature that hold on a day.
     *
     * @param conditions what else must be so
     * @param asked stands for this list in its cursors
     * @param after the last item of the page before, or null for the first page
     */
    public Page ofFeature(
            FeatureView<?> view,
            ReadPoint point,
            LocalDate effectiveOn,
            List<Bson> conditions,
            String asked,
            @Nullable Cursor after,
            int limit) {
        List<Bson> all = new ArrayList<>(conditions);
        String sortedBy = view.sortedBy();
        String sort = sortedBy == null ? null : "facts." + sortedBy;
        all.add(SpanCollection.at(point.knownAt(), effectiveOn));
        if (after != null) {
            Bson further = gt("record", after.last());
            all.add(sort == null ? further : or(gt(sort, after.sort()), and(eq(sort, after.sort()), further)));
        }
        Bson order = sort == null ? ascending("record") : ascending(sort, "record");
        List<Span> found = generations.spans(point.generation(), view.type()).find(and(all), order, limit + 1);
        return page(
                found,
                limit,
                last -> new Cursor(
                        point.knownAt(),
                        effectiveOn,
                        asked,
                        sortedBy == null
                                ? ""
                                : (String) last.facts().get(sortedBy).orElseThrow(),
                        last.record()));
    }

    /**
     * A page of records of several features, feature by feature and in each in the order of their ids.
     *
     * @param conditions what else must be so, for each feature that is asked
     */
    public Page ofFeatures(
            Map<FeatureView<?>, Bson> conditions,
            ReadPoint point,
            LocalDate effectiveOn,
            String asked,
            @Nullable Cursor after,
            int limit) {
        List<FeatureView<?>> views = conditions.keySet().stream()
                .filter(view -> after == null || view.resource().compareTo(after.sort()) >= 0)
                .sorted(Comparator.comparing(FeatureView::resource))
                .toList();
        Map<String, String> resources = new HashMap<>();
        List<Span> found = new ArrayList<>();
        for (FeatureView<?> view : views) {
            resources.put(view.type().name(), view.resource());
            List<Bson> all = new ArrayList<>(List.of(
                    Objects.requireNonNull(conditions.get(view)), SpanCollection.at(point.knownAt(), effectiveOn)));
            if (after != null && view.resource().equals(after.sort())) {
                all.add(gt("record", after.last()));
            }
            if (found.size() <= limit) {
                found.addAll(generations
                        .spans(point.generation(), view.type())
                        .find(and(all), ascending("record"), limit + 1 - found.size()));
            }
        }
        return page(
                found,
                limit,
                last -> new Cursor(
                        point.knownAt(),
                        effectiveOn,
                        asked,
                        Objects.requireNonNull(resources.get(last.kind())),
                        last.record()));
    }

    /**
     * How many records {@link #ofFeatures} or {@link #ofFeature} list on all pages, counted no further than
     * {@code most}.
     */
    public int count(Map<FeatureView<?>, Bson> conditions, ReadPoint point, LocalDate effectiveOn, int most) {
        int count = 0;
        for (Map.Entry<FeatureView<?>, Bson> asked : conditions.entrySet()) {
            if (count < most) {
                count += generations
                        .spans(point.generation(), asked.getKey().type())
                        .count(
                                and(asked.getValue(), SpanCollection.at(point.knownAt(), effectiveOn)),
                                most - count);
            }
        }
        return count;
    }

    private static Page page(List<Span> found, int limit, Function<Span, Cursor> following) {
        if (found.size() <= limit) {
            return new Page(List.copyOf(found), null);
        }
        List<Span> items = List.copyOf(found.subList(0, limit));
        return new Page(items, following.apply(items.get(limit - 1)));
    }
}
