package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What came within a period where a record's quantity only grows: what it is at the end, less what it was the day before
 * the period began. What grew within the period began to be so within it too, which tells the two spans of a record apart.
 */
final class Accumulated {

    /** The field that holds what a record's quantity was before; absent or null where it was none. */
    static final String EARLIER = "earlier";

    private static final String NOW = "now";
    private static final String BEGAN = "effFrom";

    private Accumulated() {}

    /**
     * Stages of a pipeline that give one document for each record that counts: as its span is at the end, with
     * {@link #EARLIER}.
     *
     * @param behind what the span at the end must be
     * @param before the day before the period began
     * @param fields those of the span that are needed
     */
    static List<Bson> stages(FigureQuestion question, Bson behind, LocalDate before, Collection<String> fields) {
        String quantity = "facts." + question.asked().of();
        List<String> read = new ArrayList<>(fields);
        read.addAll(List.of("record", BEGAN, quantity));
        Document earlier = new Document("$lte", List.of("$" + BEGAN, before.toString()));
        return List.of(
                Aggregates.match(or(behind, SpanCollection.at(question.point().knownAt(), before))),
                Aggregates.project(Projections.include(read.stream().distinct().toList())),
                Aggregates.group(
                        "$record",
                        Accumulators.max(NOW, either(earlier, null, "$facts")),
                        Accumulators.max(EARLIER, either(earlier, "$" + quantity, null))),
                Aggregates.match(ne(NOW, null)),
                Aggregates.project(new Document("record", "$_id").append("facts", "$" + NOW).append(EARLIER, 1)));
    }

    private static Document either(Document condition, @Nullable String yes, @Nullable String no) {
        return new Document("$cond", Arrays.asList(condition, yes, no));
    }

    /**
     * What a record counts for, or null where records themselves are counted.
     *
     * @param facts those of the record on the day
     * @param timeline the record's, asked only for figures that accumulate
     */
    static <S> @Nullable Object value(
            FigureQuestion question, FeatureView<S> view, Facts facts, Supplier<Timeline<?, S>> timeline) {
        String of = question.asked().of();
        Object value = of == null ? null : facts.get(of).orElse(null);
        LocalDate before = question.accumulatedBefore().orElse(null);
        if (of == null || value == null || before == null) {
            return value;
        }
        return less(value, timeline.get().on(before)
                .flatMap(state -> view.factsOf(state, List.of()).get(of))
                .orElse(null));
    }

    /** What came, of which some was there earlier. */
    static Object less(Object now, @Nullable Object earlier) {
        return now instanceof Quantity all && earlier instanceof Quantity some
                ? new Quantity(all.value().subtract(some.value()), all.quality().orWeaker(some.quality()), null)
                : now;
    }
}
