package org.coordinationledger.service.overdue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bson.Document;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.LogMark;
import org.coordinationledger.timeline.RecordType;

/** Reads from the views what is overdue, and nothing else. */
public final class OverdueReads {

    /** No query runs longer than this. */
    private static final long LONGEST_QUERY_SECONDS = 30;

    private static final int BATCH_SPANS = 200;

    private final MongoDatabase database;
    private final LedgerReader ledger;

    public OverdueReads(MongoDatabase database, LedgerReader ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /**
     * The views that are read.
     *
     * @param position up to which they are complete
     */
    public record ReadViews(int generation, long position) {}

    /** The views that are read, or empty while there are none of this ledger. */
    public Optional<ReadViews> views() {
        MongoCollection<Document> views = database.getCollection(ViewLayout.VIEWS);
        Document live = views.find(eq("_id", ViewLayout.LIVE)).first();
        Document generation = live == null
                ? null
                : views.find(eq("_id", ViewLayout.generation(live.getInteger("generation")))).first();
        if (generation == null) {
            return Optional.empty();
        }
        int number = generation.getInteger("number");
        List<LogMark> marks = views.find(
                        in("_id", ViewLayout.watermarks(number, generation.getInteger("segments"))))
                .map(m -> new LogMark(m.getString("log"), m.getLong("position"), m.getString("leaf")))
                .into(new ArrayList<>());
        return marks.isEmpty() || !marks.stream().allMatch(ledger::holds)
                ? Optional.empty()
                : Optional.of(new ReadViews(
                        number, marks.stream().mapToLong(LogMark::position).min().orElseThrow()));
    }

    /**
     * Hands over what is overdue on a day, one kind of record after another.
     *
     * @param taker says whether it wants more
     */
    public void each(ReadViews views, LocalDate day, Predicate<Overdue> taker) {
        for (RecordType<?, ?> type : Catalogue.recordTypes()) {
            if (!each(views, type, day, taker)) {
                return;
            }
        }
    }

    private boolean each(ReadViews views, RecordType<?, ?> type, LocalDate day, Predicate<Overdue> taker) {
        try (MongoCursor<Document> spans = database.getCollection(
                        ViewLayout.spans(views.generation()) + type.name())
                .find(and(lt(ViewLayout.WAITING_DUE, day.toString()), ViewLayout.at(views.position(), day)))
                .projection(Projections.include("record", ViewLayout.WAITING))
                .batchSize(BATCH_SPANS)
                .maxTime(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS)
                .iterator()) {
            while (spans.hasNext()) {
                Document span = spans.next();
                for (Document waiting : span.get("facts", Document.class).getList("waiting", Document.class)) {
                    String due = waiting.getString("due");
                    if (due != null && LocalDate.parse(due).isBefore(day) && !taker.test(new Overdue(
                            type.resource(), span.getString("record"), waiting.getString("what"),
                            waiting.getString("by"), LocalDate.parse(due)))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
