package org.coordinationledger.view.store;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.min;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
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
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.coordinationledger.ledger.ServerDialect;
import org.coordinationledger.service.overdue.ViewLayout;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FoldedWords;
import org.coordinationledger.view.span.Span;

/**
 * The spans of one kind of records in one generation. A write that was acknowledged is not lost by a change of primary.
 */
public final class SpanCollection {

    /** The field of a span that holds whose turn it is. */
    public static final String WAITING_BY = ViewLayout.WAITING_BY;

    /** The field of a span that holds the organisations that its record has ever named. */
    public static final String ORGANISATIONS = "organisations";

    /** The field of a record's last span that holds the digests of the texts that its steps name. */
    public static final String TEXTS = "texts";

    /** The field of a span that holds {@link FoldedWords#kept what is kept} of the texts by which people look for it. */
    public static final String WORDS = "words";

    /** The field of a span that holds the numbered documents that its record bears. */
    public static final String PAPERS = "papers";

    /** No query runs longer than this. */
    private static final long LONGEST_QUERY_SECONDS = 30;

    /** Indexes of a collection are made in one pass over it, which takes minutes for tens of millions of spans. */
    private static final long LONGEST_INDEXING_MINUTES = 60;

    private static final int BATCH_SPANS = 1_000;

    private final MongoCollection<Span> spans;
    private final SpanCodec codec;
    private final boolean indexed;

    SpanCollection(MongoDatabase database, Generation generation, String kind, ServerDialect dialect) {
        this.codec = new SpanCodec(kind);
        this.indexed = dialect != ServerDialect.EMBEDDED;
        this.spans = database.getCollection(generation.collection(kind), Span.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(codec), database.getCodecRegistry()))
                .withWriteConcern(dialect.derivedWrites());
    }

    /** What is known at a position, of the day. */
    public static Bson at(long knownAt, LocalDate effectiveOn) {
        return ViewLayout.at(knownAt, effectiveOn);
    }

    /** What is known at a position, of any of the days from the one to the other, both included. */
    public static Bson onSomeDay(long knownAt, LocalDate first, LocalDate last) {
        return and(knownAt(knownAt), lte("effFrom", last.toString()), gt("effTo", first.toString()));
    }

    /** An expression that is true of spans of one day among those. */
    public static Document ofDay(LocalDate day) {
        return new Document("$and", List.of(
                new Document("$lte", List.of("$effFrom", day.toString())),
                new Document("$gt", List.of("$effTo", day.toString()))));
    }

    /** What is known at a position, of whatever day. */
    public static Bson knownAt(long position) {
        return and(lte("recFrom", position), gt("recTo", position));
    }

    /** The spans of one record, by the ids that {@link Span#id()} gives them; a record id holds no {@code @}. */
    public static Bson of(String record) {
        return and(gte("_id", record + "@"), lt("_id", record + (char) ('@' + 1)));
    }

    /** At most {@code limit} spans in an order that MUST be total. */
    public List<Span> find(Bson filter, Bson order, int limit) {
        return spans.find(filter)
                .sort(order)
                .limit(limit)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .into(new ArrayList<>());
    }

    /**
     * Spans that fulfil one condition and a further one: at most {@code most} of the first {@code looked} that fulfil
     * the one, so that the work is bounded however many do. In no order.
     */
    public List<Span> findAmong(Bson condition, int looked, Bson further, int most) {
        return spans.aggregate(List.of(match(condition), limit(looked), match(further), limit(most)))
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .into(new ArrayList<>());
    }

    /** How many spans there are, counted no further than {@code most}. */
    public int count(Bson filter, int most) {
        CountOptions bounded = new CountOptions().limit(most).maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS);
        return Math.toIntExact(spans.countDocuments(filter, bounded));
    }

    /** What a pipeline gives. */
    public <T> List<T> aggregate(List<Bson> pipeline, Function<Document, T> reading) {
        return spans.aggregate(pipeline, Document.class)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .map(reading::apply)
                .into(new ArrayList<>());
    }

    /**
     * Hands on what a pipeline over the spans of a figure gives, one document after the other.
     *
     * @param indexed whether the indexes for figures are there as they are declared now
     * @param early whether few spans lie before the position that it is read at, rather than after it
     */
    public void forEachOfFigure(List<Bson> pipeline, boolean indexed, boolean early, Consumer<Document> taking) {
        AggregateIterable<Document> found = spans.aggregate(pipeline, Document.class)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS);
        if (this.indexed && indexed) {
            found.hintString(early ? SpanIndexes.EARLY_FIGURES : SpanIndexes.FIGURES);
        }
        found.forEach(taking);
    }

    /** A fact's value from what a pipeline gives: text, true or false, a list of ids, or a quantity. */
    public static Object fact(Object stored) {
        return SpanCodec.fact(stored);
    }

    /**
     * Inserts spans that are not there yet, and notes where others were superseded. One that is there from an earlier
     * attempt keeps the earlier of both ends: an attempt with another batch may have known, or may know now, where it was
     * superseded.
     */
    void write(List<Span> absent, List<Span> superseded) {
        List<WriteModel<Span>> writes = new ArrayList<>();
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
        inBatches(fresh, batch -> spans.insertMany(batch, new InsertManyOptions().ordered(false)));
    }

    /**
     * Makes the indexes that {@link SpanIndexes} names, all in one pass over the spans. The embedded store has none of
     * their kind and scans.
     */
    public void createIndexes(FeatureView<?> view) {
        if (indexed) {
            List<IndexModel> indexes = SpanIndexes.of(view);
            spans.withTimeout(LONGEST_INDEXING_MINUTES, TimeUnit.MINUTES).createIndexes(indexes);
        }
    }

    private BsonDocument rest(Span span) {
        BsonDocument document = new BsonDocument();
        codec.encode(new BsonDocumentWriter(document), span, EncoderContext.builder().build());
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
