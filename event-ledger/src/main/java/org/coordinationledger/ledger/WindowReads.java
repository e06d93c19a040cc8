package org.coordinationledger.ledger;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads of the embedded server, where only exact equality and {@code $in} use an index: ranges are asked for as the
 * list of all keys that can lie in them, which dense positions and sequences make possible.
 */
final class WindowReads extends CommitReads {

    private static final int STEP = 256;

    private static final Bson WHOLE = new Document();

    WindowReads(MongoCollection<Document> ledger) {
        super(ledger);
    }

    @Override
    List<StoredCommit> from(long position, int entries, boolean withTexts) {
        // the commit that holds this position starts less than one commit's bound before it
        long earliest = Math.max(0, position - LedgerBounds.MAX_COMMIT_ENTRIES + 1);
        List<StoredCommit> found = window(earliest, position + entries - 1, withTexts ? WHOLE : PLACES);
        found.removeIf(commit -> commit.next() <= position);
        return found;
    }

    private List<StoredCommit> window(long from, long to, Bson projection) {
        List<Long> ids = LongStream.rangeClosed(from, to).boxed().toList();
        return list(in(StoredCommit.ID, ids), projection);
    }

    @Override
    List<StoredCommit> ofStream(String streamId, long first, int count) {
        long last = Math.min(LedgerBounds.MAX_SEQUENCE, first + count - 1);
        List<String> keys = LongStream.rangeClosed(first, last).mapToObj(s -> StreamKey.of(streamId, s)).toList();
        return list(in(StoredCommit.STREAMS, keys), WHOLE);
    }

    @Override
    Optional<StoredCommit> last(long known) {
        if (known < 0) {
            return first(ledger.find().sort(descending(StoredCommit.ID)).projection(PLACES).limit(1));
        }
        StoredCommit last = null;
        long from = Math.max(0, known - LedgerBounds.MAX_COMMIT_ENTRIES + 1);
        while (true) {
            List<StoredCommit> found = window(from, from + STEP - 1, PLACES);
            if (found.isEmpty()) {
                return Optional.ofNullable(last);
            }
            last = found.get(found.size() - 1);
            from = last.next();
        }
    }
}
