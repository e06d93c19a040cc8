package org.coordinationledger.view.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.coordinationledger.ledger.ServerDialect;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.step.StepChanges;

/**
 * The steps of all records in one generation, as {@link StepCodec} writes them. They are found by their positions in
 * descending order under each thing that is asked for.
 */
public final class StepCollection {

    /** No query runs longer than this. */
    private static final long LONGEST_QUERY_SECONDS = 30;

    private static final long LONGEST_INDEXING_MINUTES = 60;
    private static final int BATCH_STEPS = 1_000;


    private static final StepCodec CODEC = new StepCodec();

    private static final List<IndexModel> INDEXES = List.of(
            index("record", StepCodec.RECORD, false),
            index("kind", StepCodec.KIND, false),
            index("event", StepCodec.EVENT, false),
            index("actor", StepCodec.ACTOR, false),
            index("named", StepCodec.NAMED, false),
            index("effective", StepCodec.EFFECTIVE_ON, false),
            index("days", StepCodec.DAYS, true),
            index("findings", StepCodec.FINDINGS + ".code", true));

    private final MongoCollection<LedgerStep> steps;
    private final boolean indexed;

    StepCollection(MongoDatabase database, Generation generation, ServerDialect dialect) {
        this.indexed = dialect != ServerDialect.EMBEDDED;
        this.steps = database.getCollection(generation.steps(), LedgerStep.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(CODEC), database.getCodecRegistry()))
                .withWriteConcern(dialect.derivedWrites());
    }

    private static IndexModel index(String name, String field, boolean sparse) {
        return new IndexModel(
                Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending(StepCodec.POSITION)),
                sparse
                        ? new IndexOptions().name(name).partialFilterExpression(new Document(field, new Document("$exists", true)))
                        : new IndexOptions().name(name));
    }

    public static Bson ofRecord(String record) {
        return eq(StepCodec.RECORD, record);
    }

    /** Of records of these kinds. */
    public static Bson ofKinds(Collection<String> kinds) {
        return in(StepCodec.KIND, kinds);
    }

    /** Of these events. */
    public static Bson ofEvents(Collection<String> events) {
        return in(StepCodec.EVENT, events);
    }

    /** Recorded by somebody; a person's code. */
    public static Bson recordedBy(String person) {
        return eq(StepCodec.ACTOR, person);
    }

    /** Of records that name one of these, or are one of these. */
    public static Bson naming(Collection<String> ids) {
        return ids.size() == 1 ? eq(StepCodec.NAMED, ids.iterator().next()) : in(StepCodec.NAMED, ids);
    }

    /** Recorded more than so many days after they took effect. */
    public static Bson laterThan(int days) {
        return gt(StepCodec.DAYS, (long) days);
    }

    /** About which something of this is so, as known at a position. */
    public static Bson found(Collection<String> codes, long position) {
        return and(
                in(StepCodec.FINDINGS + ".code", codes),
                elemMatch(StepCodec.FINDINGS, and(in("code", codes), lte("from", position), gt("to", position))));
    }

    public static Bson effectiveFrom(LocalDate day) {
        return new Document(StepCodec.EFFECTIVE_ON, new Document("$gte", day.toString()));
    }

    /** Until the end of a day. */
    public static Bson effectiveTo(LocalDate day) {
        return lte(StepCodec.EFFECTIVE_ON, day.toString());
    }

    /** From the one position to the other, both inclusive. */
    public static Bson between(long first, long last) {
        return new Document(StepCodec.POSITION, new Document("$gte", first).append("$lte", last));
    }

    /** At most {@code limit} steps, the last recorded first. */
    public List<LedgerStep> find(Bson filter, int limit) {
        return steps.find(filter)
                .sort(descending(StepCodec.POSITION))
                .limit(limit)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .into(new ArrayList<>());
    }

    /** All steps in the order of their positions. */
    List<LedgerStep> all() {
        return steps.find().sort(ascending(StepCodec.POSITION)).into(new ArrayList<>());
    }

    /** How many steps there are, counted no further than {@code most}. */
    public int count(Bson filter, int most) {
        CountOptions bounded = new CountOptions().limit(most).maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS);
        return Math.toIntExact(steps.countDocuments(filter, bounded));
    }

    /**
     * Writes what a batch changes. It can be repeated, wherever an earlier attempt stopped: a step that is there stays, what
     * is found is noted once and ends where it first ended, and names of a later position stay.
     */
    void write(StepChanges changes) {
        List<WriteModel<LedgerStep>> writes = new ArrayList<>();
        for (LedgerStep step : changes.inserts()) {
            writes.add(new UpdateOneModel<>(
                    eq(StepCodec.POSITION, step.position()),
                    new Document("$setOnInsert", inserted(step)),
                    new UpdateOptions().upsert(true)));
        }
        inBatches(writes);
        writes.clear();
        for (StepChanges.NotedOf one : changes.noted()) {
            LedgerStep.Noted noted = one.noted();
            Bson same = elemMatch(StepCodec.FINDINGS, and(eq("code", noted.code()), eq("from", noted.from())));
            writes.add(new UpdateOneModel<>(
                    and(eq(StepCodec.POSITION, one.step()), not(same)), push(StepCodec.FINDINGS, noted(noted))));
            writes.add(new UpdateOneModel<>(
                    and(eq(StepCodec.POSITION, one.step()), same), min(StepCodec.FINDINGS + ".$.to", noted.to())));
        }
        for (StepChanges.Naming naming : changes.namings()) {
            writes.add(new UpdateManyModel<>(
                    and(eq(StepCodec.RECORD, naming.record()), lt(StepCodec.NAMED_AT, naming.at())),
                    combine(set(StepCodec.NAMED, naming.named()), set(StepCodec.NAMED_AT, naming.at()))));
        }
        inBatches(writes);
    }

    private void inBatches(List<WriteModel<LedgerStep>> writes) {
        for (int from = 0; from < writes.size(); from += BATCH_STEPS) {
            steps.bulkWrite(
                    writes.subList(from, Math.min(writes.size(), from + BATCH_STEPS)),
                    new BulkWriteOptions().ordered(true));
        }
    }

    /** Inserts steps into a collection that nothing else writes to. */
    public void insertNew(List<LedgerStep> fresh) {
        for (int from = 0; from < fresh.size(); from += BATCH_STEPS) {
            List<LedgerStep> batch = fresh.subList(from, Math.min(fresh.size(), from + BATCH_STEPS));
            steps.insertMany(batch, new InsertManyOptions().ordered(false));
        }
    }

    /** Makes all indexes in one pass. The embedded store has none of their kind and scans. */
    public void createIndexes() {
        if (indexed) {
            steps.withTimeout(LONGEST_INDEXING_MINUTES, TimeUnit.MINUTES).createIndexes(INDEXES);
        }
    }

    private static Document noted(LedgerStep.Noted noted) {
        return new Document(Map.of("code", noted.code(), "from", noted.from(), "to", noted.to()));
    }

    /** A step without its position and what is found about it, as a write of a batch inserts it. */
    private static BsonDocument inserted(LedgerStep step) {
        BsonDocument document = new BsonDocument();
        CODEC.encode(new BsonDocumentWriter(document), step, EncoderContext.builder().build());
        document.remove(StepCodec.POSITION);
        document.remove(StepCodec.FINDINGS);
        return document;
    }
}
