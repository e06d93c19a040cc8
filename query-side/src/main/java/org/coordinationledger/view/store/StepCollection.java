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
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.ledger.ServerDialect;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.step.StepChanges;
import org.coordinationledger.vocabulary.OrganisationId;

/**
 * The steps of all records in one generation, each a document under its position:
 * {@code {_id, kind, record, sequence, event, recordedAt, effectiveOn, actor, organisation, role, body, amends, days, named,
 * namedAt, findings: [{code, from, to}]}}. Days are ISO 8601 text; {@code days} is written where a step was recorded after
 * it took effect. They are found by their positions in descending order under each thing that is asked for.
 */
public final class StepCollection {

    /** No query runs longer than this. */
    private static final long LONGEST_QUERY_SECONDS = 30;

    private static final long LONGEST_INDEXING_MINUTES = 60;
    private static final int BATCH_STEPS = 1_000;

    private static final String POSITION = "_id";
    private static final String KIND = "kind";
    private static final String RECORD = "record";
    private static final String EVENT = "event";
    private static final String EFFECTIVE_ON = "effectiveOn";
    private static final String ACTOR = "actor";
    private static final String DAYS = "days";
    private static final String NAMED = "named";
    private static final String NAMED_AT = "namedAt";
    private static final String FINDINGS = "findings";

    private static final List<IndexModel> INDEXES = List.of(
            index("record", RECORD, false),
            index("kind", KIND, false),
            index("event", EVENT, false),
            index("actor", ACTOR, false),
            index("named", NAMED, false),
            index("effective", EFFECTIVE_ON, false),
            index("days", DAYS, true),
            index("findings", FINDINGS + ".code", true));

    private final MongoCollection<Document> steps;
    private final boolean indexed;

    StepCollection(MongoDatabase database, Generation generation, ServerDialect dialect) {
        this.indexed = dialect != ServerDialect.EMBEDDED;
        this.steps = database.getCollection(generation.steps()).withWriteConcern(dialect.derivedWrites());
    }

    private static IndexModel index(String name, String field, boolean sparse) {
        return new IndexModel(
                Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending(POSITION)),
                sparse
                        ? new IndexOptions().name(name).partialFilterExpression(new Document(field, new Document("$exists", true)))
                        : new IndexOptions().name(name));
    }

    public static Bson ofRecord(String record) {
        return eq(RECORD, record);
    }

    /** Of records of these kinds. */
    public static Bson ofKinds(Collection<String> kinds) {
        return in(KIND, kinds);
    }

    /** Of these events. */
    public static Bson ofEvents(Collection<String> events) {
        return in(EVENT, events);
    }

    /** Recorded by somebody; a person's code. */
    public static Bson recordedBy(String person) {
        return eq(ACTOR, person);
    }

    /** Of records that name one of these, or are one of these. */
    public static Bson naming(Collection<String> ids) {
        return ids.size() == 1 ? eq(NAMED, ids.iterator().next()) : in(NAMED, ids);
    }

    /** Recorded more than so many days after they took effect. */
    public static Bson laterThan(int days) {
        return gt(DAYS, (long) days);
    }

    /** About which something of this is so, as known at a position. */
    public static Bson found(Collection<String> codes, long position) {
        return and(
                in(FINDINGS + ".code", codes),
                elemMatch(FINDINGS, and(in("code", codes), lte("from", position), gt("to", position))));
    }

    public static Bson effectiveFrom(LocalDate day) {
        return new Document(EFFECTIVE_ON, new Document("$gte", day.toString()));
    }

    /** Until the end of a day. */
    public static Bson effectiveTo(LocalDate day) {
        return lte(EFFECTIVE_ON, day.toString());
    }

    /** From the one position to the other, both inclusive. */
    public static Bson between(long first, long last) {
        return new Document(POSITION, new Document("$gte", first).append("$lte", last));
    }

    /** At most {@code limit} steps, the last recorded first. */
    public List<LedgerStep> find(Bson filter, int limit) {
        return steps.find(filter)
                .sort(descending(POSITION))
                .limit(limit)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .map(StepCollection::read)
                .into(new ArrayList<>());
    }

    /** All steps in the order of their positions. */
    List<LedgerStep> all() {
        return steps.find().sort(ascending(POSITION)).map(StepCollection::read).into(new ArrayList<>());
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
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (LedgerStep step : changes.inserts()) {
            Document rest = document(step);
            rest.remove(POSITION);
            rest.remove(FINDINGS);
            writes.add(new UpdateOneModel<>(
                    eq(POSITION, step.position()), new Document("$setOnInsert", rest), new UpdateOptions().upsert(true)));
        }
        inBatches(writes);
        writes.clear();
        for (StepChanges.NotedOf one : changes.noted()) {
            LedgerStep.Noted noted = one.noted();
            Bson same = elemMatch(FINDINGS, and(eq("code", noted.code()), eq("from", noted.from())));
            writes.add(new UpdateOneModel<>(
                    and(eq(POSITION, one.step()), not(same)), push(FINDINGS, document(noted))));
            writes.add(new UpdateOneModel<>(
                    and(eq(POSITION, one.step()), same), min(FINDINGS + ".$.to", noted.to())));
        }
        for (StepChanges.Naming naming : changes.namings()) {
            writes.add(new UpdateManyModel<>(
                    and(eq(RECORD, naming.record()), lt(NAMED_AT, naming.at())),
                    combine(set(NAMED, naming.named()), set(NAMED_AT, naming.at()))));
        }
        inBatches(writes);
    }

    private void inBatches(List<WriteModel<Document>> writes) {
        for (int from = 0; from < writes.size(); from += BATCH_STEPS) {
            steps.bulkWrite(
                    writes.subList(from, Math.min(writes.size(), from + BATCH_STEPS)),
                    new BulkWriteOptions().ordered(true));
        }
    }

    /** Inserts steps into a collection that nothing else writes to. */
    public void insertNew(List<LedgerStep> fresh) {
        for (int from = 0; from < fresh.size(); from += BATCH_STEPS) {
            List<Document> batch = fresh.subList(from, Math.min(fresh.size(), from + BATCH_STEPS)).stream()
                    .map(StepCollection::document)
                    .toList();
            steps.insertMany(batch, new InsertManyOptions().ordered(false));
        }
    }

    /** Makes all indexes in one pass. The embedded store has none of their kind and scans. */
    public void createIndexes() {
        if (indexed) {
            steps.withTimeout(LONGEST_INDEXING_MINUTES, TimeUnit.MINUTES).createIndexes(INDEXES);
        }
    }

    private static Document document(LedgerStep step) {
        Document document = new Document(POSITION, step.position())
                .append(KIND, step.kind())
                .append(RECORD, step.record())
                .append("sequence", step.sequence())
                .append(EVENT, step.event())
                .append("recordedAt", Date.from(step.recordedAt()))
                .append(EFFECTIVE_ON, step.effectiveOn().toString())
                .append(ACTOR, step.actor().person())
                .append("organisation", step.actor().organisation().value())
                .append("role", step.actor().role().name());
        Body body = step.actor().body();
        if (body != null) {
            document.append("body", body.name());
        }
        if (step.amends() != null) {
            document.append("amends", step.amends());
        }
        if (step.daysToRecording() > 0) {
            document.append(DAYS, step.daysToRecording());
        }
        document.append(NAMED, step.named()).append(NAMED_AT, step.namedAt());
        if (!step.findings().isEmpty()) {
            document.append(FINDINGS, step.findings().stream().map(StepCollection::document).toList());
        }
        return document;
    }

    private static Document document(LedgerStep.Noted noted) {
        return new Document(Map.of("code", noted.code(), "from", noted.from(), "to", noted.to()));
    }

    private static LedgerStep read(Document document) {
        String body = document.getString("body");
        Long days = document.getLong(DAYS);
        return new LedgerStep(
                document.getLong(POSITION),
                document.getString(KIND),
                document.getString(RECORD),
                document.getLong("sequence"),
                document.getString(EVENT),
                document.getDate("recordedAt").toInstant(),
                LocalDate.parse(document.getString(EFFECTIVE_ON)),
                new Actor(
                        document.getString(ACTOR),
                        new OrganisationId(document.getString("organisation")),
                        Role.valueOf(document.getString("role")),
                        body == null ? null : Body.valueOf(body)),
                document.getLong("amends"),
                days == null ? 0 : days,
                document.getList(NAMED, String.class),
                document.getLong(NAMED_AT),
                document.getList(FINDINGS, Document.class, List.of()).stream()
                        .map(f -> new LedgerStep.Noted(f.getString("code"), f.getLong("from"), f.getLong("to")))
                        .toList());
    }
}
