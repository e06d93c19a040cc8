package org.coordinationledger.ledger;

import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads of a MongoDB server: ranges of its indexes. */
final class RangeReads extends CommitReads {

    private static final int DOCUMENTS_PER_REPLY = 1_000;

    private static final Bson WHOLE = new Document();

    RangeReads(MongoCollection<Document> ledger) {
        super(ledger);
    }

    @Override
    public List<StoredCommit> from(long position, int entries, boolean withTexts) {
        List<StoredCommit> found = new ArrayList<>();
        long missing = entries;
        try (MongoCursor<Document> cursor = ledger.find(gte(StoredCommit.ID, position))
                .sort(ascending(StoredCommit.ID))
                .projection(withTexts ? WHOLE : PLACES)
                .limit(entries)
                .batchSize(Math.min(entries, DOCUMENTS_PER_REPLY))
                .cursor()) {
            while (missing > 0 && cursor.hasNext()) {
                StoredCommit commit = StoredCommit.of(cursor.next());
                found.add(commit);
                missing -= commit.streams().size();
            }
        }
        if (found.isEmpty() || found.get(0).first() != position) {
            before(position, withTexts).filter(commit -> commit.next() > position).ifPresent(commit -> found.add(0, commit));
        }
        return found;
    }

    private Optional<StoredCommit> before(long position, boolean withTexts) {
        return first(ledger.find(lt(StoredCommit.ID, position))
                .sort(descending(StoredCommit.ID))
                .projection(withTexts ? WHOLE : PLACES)
                .limit(1));
    }

    @Override
    List<StoredCommit> ofStream(String streamId, long first, int count) {
        // elemMatch: on an array, two plain bounds could be met by two different elements
        Bson keys = new Document("$gte", StreamKey.of(streamId, first))
                .append("$lte", StreamKey.of(streamId, Math.min(LedgerBounds.MAX_SEQUENCE, first + count - 1)));
        return list(elemMatch(StoredCommit.STREAMS, keys), WHOLE);
    }

    @Override
    public Optional<StoredCommit> last(long known) {
        return first(ledger.find().sort(descending(StoredCommit.ID)).projection(PLACES).limit(1));
    }
}
