package org.coordinationledger.view.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.min;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.ledger.ServerDialect;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.span.Span;

/** The spans of one generation in MongoDB. A write that was acknowledged is not lost by a change of primary. */
public final class SpanCollection {

    /** No query runs longer than this. */
    private static final long LONGEST_QUERY_SECONDS = 30;

    private static final int BATCH_SPANS = 1_000;

    private final MongoCollection<Document> spans;

    private final boolean indexed;

    SpanCollection(MongoCollection<Document> spans, ServerDialect dialect) {
        this.indexed = dialect != ServerDialect.EMBEDDED;
        this.spans = spans.withWriteConcern(dialect.derivedWrites());
    }

    /** What is known of records of one kind at a position, of the day. */
    public static Bson at(String kind, long knownAt, LocalDate effectiveOn) {
        return and(eq("kind", kind), at(knownAt, effectiveOn));
    }

    /** What is known of any record at a position, of the day. */
    public static Bson at(long knownAt, LocalDate effectiveOn) {
        String day = effectiveOn.toString();
        return and(lte("recFrom", knownAt), gt("recTo", knownAt), lte("effFrom", day), gt("effTo", day));
    }

    /** At most {@code limit} spans in an order that MUST be total. */
    public List<Span> find(Bson filter, Bson order, int limit) {
        return spans.find(filter)
                .sort(order)
                .limit(limit)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .map(SpanDocuments::span)
                .into(new ArrayList<>());
    }

    /** What a pipeline gives. */
    public <T> List<T> aggregate(List<Bson> pipeline, Function<Document, T> reading) {
        return spans.aggregate(pipeline)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .map(reading::apply)
                .into(new ArrayList<>());
    }

    /**
     * Inserts spans that are not there yet, and notes where others were superseded. One that is there from an earlier
     * attempt keeps the earlier of both ends: an attempt with another batch may have known, or may know now, where it was
     * superseded.
     */
    void write(List<Span> absent, List<Span> superseded) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Span span : absent) {
            writes.add(new UpdateOneModel<>(
                    eq("_id", span.id()),
                    new Document("$setOnInsert", rest(span)).append("$min", new Document("recTo", span.recTo())),
                    new UpdateOptions().upsert(true)));
        }
        for (Span span : superseded) {
            writes.add(new UpdateOneModel<>(eq("_id", span.id()), min("recTo", span.recTo())));
        }
        inBatches(writes, batch -> spans.bulkWrite(batch, new BulkWriteOptions().ordered(false)));
    }

    /** Inserts spans into a collection that nothing else writes to. */
    public void insertNew(List<Span> fresh) {
        inBatches(fresh, batch -> spans.insertMany(
                batch.stream().map(SpanDocuments::of).toList(), new InsertManyOptions().ordered(false)));
    }

    /**
     * Makes the indexes that {@link SpanIndexes} names, one at a time, since a client waits only so long for an answer.
     * The embedded store has none of their kind and scans.
     */
    public void createIndexes(FeatureViews views) {
        if (indexed) {
            for (IndexModel index : SpanIndexes.of(views)) {
                spans.createIndexes(List.of(index));
            }
        }
    }

    private static Document rest(Span span) {
        Document document = SpanDocuments.of(span);
        document.remove("_id");
        document.remove("recTo");
        return document;
    }

    private static <T> void inBatches(List<T> all, Consumer<List<T>> write) {
        for (int from = 0; from < all.size(); from += BATCH_SPANS) {
            write.accept(all.subList(from, Math.min(all.size(), from + BATCH_SPANS)));
        }
    }
}
