package org.coordinationledger.view.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static java.util.stream.Collectors.groupingBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.LogMark;
import org.coordinationledger.ledger.ServerDialect;
import org.coordinationledger.service.overdue.ViewLayout;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.step.StepChanges;
import org.jspecify.annotations.Nullable;

/**
 * Which generations of views there are, which one is read, and how far each has come. Kept in the collection
 * {@code views}: {@code {_id: "live", generation}} is the switch; {@code generation-<n>} describes a generation;
 * {@code watermark-<n>-<segment>} says how far a segment has come in which ledger.
 */
public final class Generations {

    private final MongoDatabase database;
    private final MongoCollection<Document> views;
    private final LedgerReader ledger;
    private final ServerDialect dialect;

    /** @param dialect of the server that the database is on */
    public Generations(MongoDatabase database, LedgerReader ledger, ServerDialect dialect) {
        this.dialect = dialect;
        this.database = database;
        this.ledger = ledger;
        this.views = database.getCollection(ViewLayout.VIEWS).withWriteConcern(dialect.derivedWrites());
    }

    /** The generation that is read, or empty before the first is built. */
    public Optional<Generation> live() {
        Document live = views.find(eq("_id", ViewLayout.LIVE)).first();
        return live == null ? Optional.empty() : generation(live.getInteger("generation"));
    }

    private Optional<Generation> generation(int number) {
        return Optional.ofNullable(views.find(eq("_id", ViewLayout.generation(number))).first())
                .map(Generations::read);
    }

    private static Generation read(Document document) {
        return new Generation(
                document.getInteger("number"), document.getString("shape"), document.getInteger("segments"));
    }

    /** Describes a new generation, of which nothing is built yet. */
    public Generation create(String shape, int segments) {
        Document counter = Objects.requireNonNull(views.findOneAndUpdate(
                eq("_id", "counter"),
                inc("generations", 1),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        Generation created = new Generation(counter.getInteger("generations"), shape, segments);
        views.insertOne(new Document("_id", ViewLayout.generation(created.number()))
                .append("number", created.number())
                .append("shape", shape)
                .append("segments", segments));
        for (String id : watermarkIds(created)) {
            views.insertOne(new Document("_id", id)
                    .append("position", -1L)
                    .append("log", ledger.logId())
                    .append("leaf", ""));
        }
        return created;
    }

    /**
     * Makes {@code next} the generation that is read, if the one that was read is still {@code previous}.
     *
     * @return whether it was done
     */
    public boolean swap(@Nullable Generation previous, Generation next) {
        if (previous == null) {
            try {
                views.insertOne(new Document("_id", ViewLayout.LIVE).append("generation", next.number()));
                return true;
            } catch (MongoWriteException e) {
                if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        }
        return views.updateOne(
                                and(eq("_id", ViewLayout.LIVE), eq("generation", previous.number())),
                                set("generation", next.number()))
                        .getMatchedCount()
                == 1;
    }

    /** Takes a generation out of reading, because it belongs to another ledger or to another shape of views. */
    public void discard(Generation generation) {
        views.deleteOne(and(eq("_id", ViewLayout.LIVE), eq("generation", generation.number())));
    }

    /** All generations described, the oldest first. */
    public List<Generation> all() {
        return views.find(exists("number")).map(Generations::read).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(Generation::number))
                .toList();
    }

    /** Removes a generation and its spans. It MUST NOT be read or written any more. */
    public void drop(Generation generation) {
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (name.startsWith(generation.collections()) || name.equals(generation.steps())) {
                database.getCollection(name).drop();
            }
        }
        views.deleteMany(in("_id", watermarkIds(generation)));
        views.deleteOne(eq("_id", ViewLayout.generation(generation.number())));
    }

    /** The spans of a generation that are of one kind of record. */
    public SpanCollection spans(Generation generation, RecordType<?, ?> type) {
        return spans(generation, type.name());
    }

    private SpanCollection spans(Generation generation, String kind) {
        return new SpanCollection(database, generation, kind, dialect);
    }

    /** The steps of all records, as a generation keeps them. */
    public StepCollection steps(Generation generation) {
        return new StepCollection(database, generation, dialect);
    }

    /** What a generation holds, field by field. */
    public ViewDocuments documents(Generation generation) {
        return new ViewDocuments(database, generation, dialect);
    }

    /** Up to which position all spans of a generation are complete; -1 if not even the first. */
    public long watermark(Generation generation) {
        return marks(generation).stream()
                .mapToLong(LogMark::position)
                .min()
                .orElse(-1);
    }

    /** Up to which position one segment's spans are complete; -1 if not even the first. */
    public long watermark(Generation generation, int segment) {
        Document document =
                views.find(eq("_id", watermarkId(generation, segment))).first();
        return document == null ? -1 : mark(document).position();
    }

    /** Whether the ledger still is the one that a generation was built from, and as long. */
    public boolean belongsToLedger(Generation generation) {
        return marks(generation).stream().allMatch(ledger::holds);
    }

    /** Notes how far all segments of a generation have come at once. */
    public void reachedByAll(Generation generation, long position) {
        IntStream.range(0, generation.segments()).forEach(segment -> reached(generation, segment, position));
    }

    private void reached(Generation generation, int segment, long position) {
        LogMark mark = ledger.mark(position);
        views.updateOne(
                and(eq("_id", watermarkId(generation, segment)), lt("position", mark.position())),
                combine(set("position", mark.position()), set("log", mark.logId()), set("leaf", mark.leafHash())));
    }

    /** Writes what the segments of a generation project. */
    public SpanWriter writer(Generation generation) {
        return new SpanWriter() {
            @Override
            public void write(List<Span> inserts, List<Span> closes) {
                Map<String, List<Span>> absent = inserts.stream().collect(groupingBy(Span::kind));
                Map<String, List<Span>> superseded = closes.stream().collect(groupingBy(Span::kind));
                Stream.concat(absent.keySet().stream(), superseded.keySet().stream())
                        .distinct()
                        .forEach(kind -> spans(generation, kind)
                                .write(
                                        absent.getOrDefault(kind, List.of()),
                                        superseded.getOrDefault(kind, List.of())));
            }

            @Override
            public void write(StepChanges changes) {
                steps(generation).write(changes);
            }

            @Override
            public void reached(int segment, long position) {
                Generations.this.reached(generation, segment, position);
            }
        };
    }

    private List<LogMark> marks(Generation generation) {
        return views.find(in("_id", watermarkIds(generation)))
                .map(Generations::mark)
                .into(new ArrayList<>());
    }

    private static LogMark mark(Document document) {
        return new LogMark(document.getString("log"), document.getLong("position"), document.getString("leaf"));
    }

    private static List<String> watermarkIds(Generation generation) {
        return ViewLayout.watermarks(generation.number(), generation.segments());
    }

    private static String watermarkId(Generation generation, int segment) {
        return ViewLayout.watermark(generation.number(), segment);
    }
}
