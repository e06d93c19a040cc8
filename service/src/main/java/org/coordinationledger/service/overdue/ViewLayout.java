package org.coordinationledger.service.overdue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;

/** How views lie in the store, as far as more than the query side has to know it. */
public final class ViewLayout {

    /** The collection that says which generations of views there are, and how far each has come. */
    public static final String VIEWS = "views";

    /** The id of the document that says which generation is read. */
    public static final String LIVE = "live";

    /** The field of a span that holds what its record waits for. */
    public static final String WAITING = "facts.waiting";

    /** The field of a span that holds whose turn it is. */
    public static final String WAITING_BY = WAITING + ".by";

    /** The field of a span that holds the last days in time. */
    public static final String WAITING_DUE = WAITING + ".due";

    private ViewLayout() {}

    /** The id of the document that describes a generation. */
    public static String generation(int number) {
        return "generation-" + number;
    }

    /** The ids of the documents that say how far each segment of a generation has come. */
    public static List<String> watermarks(int generation, int segments) {
        return IntStream.range(0, segments)
                .mapToObj(segment -> watermark(generation, segment))
                .toList();
    }

    public static String watermark(int generation, int segment) {
        return "watermark-" + generation + "-" + segment;
    }

    /** How the names of the collections of a generation's spans begin; the type of the records follows. */
    public static String spans(int generation) {
        return "spans_" + generation + "_";
    }

    /** What is known at a position, of the day. */
    public static Bson at(long knownAt, LocalDate effectiveOn) {
        String day = effectiveOn.toString();
        return and(lte("recFrom", knownAt), gt("recTo", knownAt), lte("effFrom", day), gt("effTo", day));
    }
}
