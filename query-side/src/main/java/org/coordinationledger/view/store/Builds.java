package org.coordinationledger.view.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coordinationledger.view.store.BuildProgress.Phase;

/**
 * The one build that may be under way, among all processes: a lease in the document {@code build} of the collection
 * {@code views}, which also tells its progress. A builder that does not report for {@link #LEASE} has died.
 */
public final class Builds {

    /** For how long a report keeps other builders away. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private static final Bson THE_BUILD = eq("_id", "build");

    private final MongoCollection<Document> views;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();

    public Builds(MongoDatabase database, InstantSource clock) {
        this.views = database.getCollection("views")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.clock = clock;
    }

    /** Takes the lease; false while another build is under way. */
    public boolean take() {
        Instant now = clock.instant();
        Bson lease = combine(set("owner", owner), set("until", Date.from(now.plus(LEASE))));
        if (views.updateOne(and(THE_BUILD, lt("until", Date.from(now))), lease).getMatchedCount() == 1) {
            return true;
        }
        if (views.find(THE_BUILD).first() != null) {
            return false;
        }
        try {
            views.insertOne(new Document("_id", "build")
                    .append("owner", owner)
                    .append("until", Date.from(now.plus(LEASE))));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Reports how far the build has come and keeps the lease, or gives it back when the build is over.
     *
     * @throws IllegalStateException if the lease was lost, so that the build MUST stop
     */
    public void report(BuildProgress progress) {
        Instant now = clock.instant();
        Instant until = progress.underWay() ? now.plus(LEASE) : Instant.EPOCH;
        long matched = views.updateOne(
                        and(THE_BUILD, eq("owner", owner)),
                        combine(
                                set("until", Date.from(until)),
                                set("generation", progress.generation()),
                                set("phase", progress.phase().name()),
                                set("position", progress.position()),
                                set("target", progress.target()),
                                set("startedAt", Date.from(progress.startedAt())),
                                set("phaseStartedAt", Date.from(progress.phaseStartedAt())),
                                set("updatedAt", Date.from(progress.updatedAt())),
                                set("error", progress.error())))
                .getMatchedCount();
        if (matched == 0) {
            throw new IllegalStateException("another process took over the building of views");
        }
    }

    /** Gives the lease back without a report. */
    public void release() {
        views.updateOne(and(THE_BUILD, eq("owner", owner)), set("until", Date.from(Instant.EPOCH)));
    }

    /** Whether some process builds now. */
    public boolean underWay() {
        Document document = views.find(THE_BUILD).first();
        return document != null && document.getDate("until").toInstant().isAfter(clock.instant());
    }

    /** How far the last build has come, or where it ended. */
    public Optional<BuildProgress> last() {
        Document document = views.find(THE_BUILD).first();
        if (document == null || document.getString("phase") == null) {
            return Optional.empty();
        }
        Instant startedAt = document.getDate("startedAt").toInstant();
        Date phaseStartedAt = document.getDate("phaseStartedAt");
        return Optional.of(new BuildProgress(
                document.getInteger("generation"),
                Phase.valueOf(document.getString("phase")),
                document.getLong("position"),
                document.getLong("target"),
                startedAt,
                phaseStartedAt == null ? startedAt : phaseStartedAt.toInstant(),
                document.getDate("updatedAt").toInstant(),
                document.getString("error")));
    }
}
