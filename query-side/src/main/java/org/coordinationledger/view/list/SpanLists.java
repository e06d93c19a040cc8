package org.coordinationledger.view.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        all.add(SpanCollection.at(view.type().name(), point.knownAt(), effectiveOn));
        return page(point, effectiveOn, all, view.sortedBy(), asked, after, limit);
    }

    /** A page of records of any feature, in the order of their ids. */
    public Page ofAny(
            ReadPoint point,
            LocalDate effectiveOn,
            List<Bson> conditions,
            String asked,
            @Nullable Cursor after,
            int limit) {
        List<Bson> all = new ArrayList<>(conditions);
        all.add(SpanCollection.at(point.knownAt(), effectiveOn));
        return page(point, effectiveOn, all, null, asked, after, limit);
    }

    private Page page(
            ReadPoint point,
            LocalDate effectiveOn,
            List<Bson> conditions,
            @Nullable String sortedBy,
            String asked,
            @Nullable Cursor after,
            int limit) {
        String sort = sortedBy == null ? null : "facts." + sortedBy;
        if (after != null) {
            Bson further = gt("record", after.last());
            conditions.add(
                    sort == null
                            ? further
                            : or(gt(sort, after.sort()), and(eq(sort, after.sort()), further)));
        }
        Bson order = sort == null ? ascending("record") : ascending(sort, "record");
        List<Span> found = generations.spans(point.generation()).find(and(conditions), order, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<Span> items = found.subList(0, limit);
        Span last = items.get(limit - 1);
        String value = sortedBy == null ? "" : (String) last.facts().get(sortedBy).orElseThrow();
        return new Page(List.copyOf(items), new Cursor(point.knownAt(), effectiveOn, asked, value, last.record()));
    }
}
