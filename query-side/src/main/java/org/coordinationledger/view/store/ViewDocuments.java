package org.coordinationledger.view.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.coordinationledger.ledger.ServerDialect;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.step.LedgerStep;

/** What a generation holds, field by field as it is stored, for whoever compares it with what it ought to hold. */
public final class ViewDocuments {

    /** No query runs longer than this. */
    private static final long LONGEST_QUERY_SECONDS = 30;

    private static final StepCodec STEPS = new StepCodec();

    private final MongoDatabase database;
    private final Generation generation;
    private final boolean embedded;

    ViewDocuments(MongoDatabase database, Generation generation, ServerDialect dialect) {
        this.database = database;
        this.generation = generation;
        this.embedded = dialect == ServerDialect.EMBEDDED;
    }

    /** The spans of these records, which are of one kind. */
    public List<BsonDocument> spans(String kind, Collection<String> records) {
        // by their ids, of which every server has an index; the embedded one goes through all either way
        Bson wanted = embedded ? in("record", records) : or(records.stream().map(SpanCollection::of).toList());
        return read(spans(kind).find(wanted));
    }

    /** The spans of a kind behind an id in the order of their ids: {@code _id}, {@code record} and {@code recFrom}. */
    public List<BsonDocument> spansAfter(String kind, String id, int limit) {
        return read(spans(kind)
                .find(gt("_id", id))
                .sort(ascending("_id"))
                .limit(limit)
                .projection(include("record", "recFrom")));
    }

    /** A span as it ought to be stored. */
    public static BsonDocument of(Span span) {
        BsonDocument document = new BsonDocument();
        new SpanCodec(span.kind()).encode(new BsonDocumentWriter(document), span, EncoderContext.builder().build());
        return document;
    }

    /** The steps of these records. */
    public List<BsonDocument> steps(Collection<String> records) {
        return read(steps().find(in(StepCodec.RECORD, records)));
    }

    /** The steps at positions from the one to the other, both inclusive, in order: {@code _id} and {@code record}. */
    public List<BsonDocument> stepsBetween(long first, long last) {
        return read(steps()
                .find(and(gte(StepCodec.POSITION, first), lte(StepCodec.POSITION, last)))
                .sort(ascending(StepCodec.POSITION))
                .projection(include(StepCodec.RECORD)));
    }

    /** A step as it ought to be stored. */
    public static BsonDocument of(LedgerStep step) {
        BsonDocument document = new BsonDocument();
        STEPS.encode(new BsonDocumentWriter(document), step, EncoderContext.builder().build());
        return document;
    }

    private MongoCollection<BsonDocument> spans(String kind) {
        return database.getCollection(generation.collection(kind), BsonDocument.class);
    }

    private MongoCollection<BsonDocument> steps() {
        return database.getCollection(generation.steps(), BsonDocument.class);
    }

    private static List<BsonDocument> read(FindIterable<BsonDocument> found) {
        return found.maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS).into(new ArrayList<>());
    }
}
