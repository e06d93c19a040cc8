package org.coordinationledger.view.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.min;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
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
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.span.Span;

/**
 * The spans of one generation in MongoDB. A write is acknowledged before it is durable: the watermark that follows it is
 * not, and a server that loses the one has lost the other.
 */
public final class SpanCollection {

    /** No query runs longer than this. */
    private static final long LONGEST_QUERY_SECONDS = 30;

    private static final int BATCH_SPANS = 500;

    private final MongoCollection<Document> spans;

    private final boolean indexed;

    SpanCollection(MongoDatabase database, Generation generation, boolean indexed) {
        this.indexed = indexed;
        this.spans = database.getCollection(generation.collection()).withWriteConcern(WriteConcern.W1);
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
     * Inserts spans that are not there yet. One that is there from an earlier attempt keeps the earlier of both ends: an
     * attempt with another batch may have known, or may know now, where it was superseded.
     */
    void insertAbsent(List<Span> absent) {
        inBatches(absent, batch -> {
            List<WriteModel<Document>> writes = new ArrayList<>();
            for (Span span : batch) {
                writes.add(new UpdateOneModel<>(
                        eq("_id", span.id()),
                        new Document("$setOnInsert", rest(span)).append("$min", new Document("recTo", span.recTo())),
                        new UpdateOptions().upsert(true)));
            }
            spans.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        });
    }

    void close(List<Span> superseded) {
        inBatches(superseded, batch -> {
            List<WriteModel<Document>> writes = new ArrayList<>();
            for (Span span : batch) {
                writes.add(new UpdateOneModel<>(eq("_id", span.id()), min("recTo", span.recTo())));
            }
            spans.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        });
    }

    /** Inserts spans into a collection that nothing else writes to. */
    public void insertNew(List<Span> fresh) {
        inBatches(fresh, batch -> spans.insertMany(
                batch.stream().map(SpanDocuments::of).toList(), new InsertManyOptions().ordered(false)));
    }

    /**
     * Makes the indexes that {@link SpanIndexes} names, one at a time, since a client waits only so long for an answer.
     * The embedded store has none of their kind and scans.
     *
     * @param afterEach told after each index
     */
    public void createIndexes(FeatureViews views, Runnable afterEach) {
        if (indexed) {
            for (IndexModel index : SpanIndexes.of(views)) {
                spans.createIndexes(List.of(index));
                afterEach.run();
            }
        }
    }

    private static Document rest(Span span) {
        Document document = SpanDocuments.of(span);
        document.remove("_id");
        document.remove("recTo");
        return document;
    }

    private interface Batch {
        void write(List<Span> batch);
    }

    private static void inBatches(List<Span> all, Batch write) {
        for (int from = 0; from < all.size(); from += BATCH_SPANS) {
            write.write(all.subList(from, Math.min(all.size(), from + BATCH_SPANS)));
        }
    }
}
