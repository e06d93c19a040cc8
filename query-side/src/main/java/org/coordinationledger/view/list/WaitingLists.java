package org.coordinationledger.view.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/** Tells what waits for an organisation, whatever kind of record it is. */
public final class WaitingLists {

    /** No more records of one kind than this are looked at. */
    public static final int MOST = 1_000;

    private static final Comparator<Item> BY_DUE_DAY = Comparator.comparing(
                    (Item item) -> item.waiting().due(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(item -> item.waiting().since())
            .thenComparing(Item::resource)
            .thenComparing(Item::record)
            .thenComparing(item -> item.waiting().what());

    private final FeatureViews views;
    private final Generations generations;

    public WaitingLists(FeatureViews views, Generations generations) {
        this.views = views;
        this.generations = generations;
    }

    /** A record, and one of the things that it waits for. */
    public record Item(String resource, String record, Waiting waiting) {}

    /**
     * What waits for an organisation.
     *
     * @param items the ones due first come first, then those without a day, the longest waiting first
     * @param whole whether all records were looked at
     */
    public record Found(List<Item> items, boolean whole) {}

    /**
     * What waits for an organisation at a pair of times, as far as it is asked for.
     *
     * @param circle outside of which nothing is listed
     */
    public Found of(
            String organisation,
            Predicate<Waiting> asked,
            ReadingCircle circle,
            ReadPoint point,
            LocalDate effectiveOn) {
        List<Item> items = new ArrayList<>();
        boolean whole = true;
        for (FeatureView<?> view : views.all()) {
            if (view.fact(FeatureView.WAITING).isEmpty()) {
                continue;
            }
            List<Bson> conditions = new ArrayList<>(List.of(
                    eq(SpanCollection.WAITING_BY, organisation), SpanCollection.at(point.knownAt(), effectiveOn)));
            circle.condition(view).ifPresent(conditions::add);
            List<Span> found = generations
                    .spans(point.generation(), view.type())
                    .find(and(conditions), ascending("record"), MOST + 1);
            whole &= found.size() <= MOST;
            for (Span span : found.subList(0, Math.min(MOST, found.size()))) {
                for (Waiting waiting : span.facts().waiting()) {
                    if (waiting.by().equals(organisation) && waiting.begunBy(effectiveOn) && asked.test(waiting)) {
                        items.add(new Item(view.resource(), span.record(), waiting));
                    }
                }
            }
        }
        items.sort(BY_DUE_DAY);
        return new Found(List.copyOf(items), whole);
    }
}
