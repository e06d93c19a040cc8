package org.coordinationledger.ledger;

import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
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

    RangeReads(MongoCollection<Document> ledger, CausalOrder order) {
        super(ledger, order);
    }

    @Override
    public List<StoredCommit> from(long position, int entries, boolean withTexts) {
        Bson projection = withTexts ? WHOLE : PLACES;
        List<StoredCommit> found = find(gte(StoredCommit.ID, position), onwards -> firstOf(onwards
                .sort(ascending(StoredCommit.ID))
                .projection(projection)
                .limit(entries)
                .batchSize(Math.min(entries, DOCUMENTS_PER_REPLY)), entries));
        if (found.isEmpty() || found.get(0).first() != position) {
            greatest(lt(StoredCommit.ID, position), projection).filter(commit -> commit.next() > position)
                    .ifPresent(commit -> found.add(0, commit));
        }
        return found;
    }

    /** So many of them that they hold the given number of entries. */
    private static List<StoredCommit> firstOf(FindIterable<Document> onwards, int entries) {
        List<StoredCommit> found = new ArrayList<>();
        long missing = entries;
        try (MongoCursor<Document> cursor = onwards.cursor()) {
            while (missing > 0 && cursor.hasNext()) {
                StoredCommit commit = StoredCommit.of(cursor.next());
                found.add(commit);
                missing -= commit.streams().size();
            }
        }
        return found;
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
        return greatest(ALL, PLACES);
    }
}
