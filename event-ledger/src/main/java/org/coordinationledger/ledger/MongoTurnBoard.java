package org.coordinationledger.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The board as one document: written without waiting for any other member or for the journal, since it is for speed. */
final class MongoTurnBoard implements TurnBoard {

    private static final Duration TIME_OUT = Duration.ofMillis(500);
    private static final String APPENDING = "turn";
    private static final String VERSION = "version";
    private static final String BEAT = "beat";
    private static final String HOLDER = "holder";
    private static final String WAITING = "waiting";

    private final MongoCollection<Document> info;
    private final String id;

    /** The board of those who append. */
    MongoTurnBoard(MongoCollection<Document> info) {
        this(info, APPENDING);
    }

    /** @param id of the document, for boards of those who do something else */
    MongoTurnBoard(MongoCollection<Document> info, String id) {
        this.id = id;
        this.info = info.withReadConcern(ReadConcern.LOCAL).withWriteConcern(WriteConcern.W1)
                .withTimeout(TIME_OUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable Turn read() {
        Document turn = info.find(eq("_id", id)).first();
        return turn == null ? null : new Turn(turn.getLong(VERSION), turn.getLong(BEAT), turn.getString(HOLDER),
                turn.getList(WAITING, String.class));
    }

    @Override
    public boolean replace(@Nullable Turn seen, Turn next) {
        Document turn = new Document("_id", id).append(VERSION, next.version()).append(BEAT, next.beat())
                .append(HOLDER, next.holder()).append(WAITING, List.copyOf(next.waiting()));
        if (seen != null) {
            return info.replaceOne(and(eq("_id", id), eq(VERSION, seen.version())), turn).getMatchedCount() == 1;
        }
        try {
            info.insertOne(turn);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
