package org.coordinationledger.ledger;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads of the embedded server, where only exact equality and {@code $in} use an index: ranges are asked for as the
 * list of all keys that can lie in them, which dense positions and sequences make possible.
 */
final class WindowReads extends CommitReads {

    /** So many keys are looked up at first: most streams are short, and most readers are near the end. */
    private static final int FIRST_WINDOW = 8;

    private static final int LARGEST_WINDOW = 256;

    private static final Bson WHOLE = new Document();

    WindowReads(MongoCollection<Document> ledger, CausalOrder order) {
        super(ledger, order);
    }

    @Override
    public List<StoredCommit> from(long position, int entries, boolean withTexts) {
        Bson projection = withTexts ? WHOLE : PLACES;
        List<StoredCommit> found = onwards(position, entries, projection);
        if (found.isEmpty() || found.get(0).first() != position) {
            around(position, projection).ifPresent(commit -> {
                found.clear();
                found.add(commit);
                found.addAll(onwards(commit.next(), entries, projection));
            });
        }
        return found;
    }

    /** The commits from one that starts at this position, if there is one, with at least so many entries. */
    private List<StoredCommit> onwards(long first, long entries, Bson projection) {
        List<StoredCommit> all = new ArrayList<>();
        long next = first;
        long window = FIRST_WINDOW;
        while (next - first < entries) {
            long keys = Math.min(window, first + entries - next);
            long before = next;
            for (StoredCommit commit : window(next, next + keys - 1, projection)) {
                if (commit.first() == next) {
                    all.add(commit);
                    next = commit.next();
                }
            }
            if (next == before) {
                break;
            }
            window = Math.min(LARGEST_WINDOW, 2 * window);
        }
        return all;
    }

    /** The commit that began before this position and holds it. */
    private Optional<StoredCommit> around(long position, Bson projection) {
        long earliest = Math.max(0, position - LedgerBounds.MAX_COMMIT_ENTRIES + 1);
        List<StoredCommit> before = position == 0 ? List.of() : window(earliest, position - 1, projection);
        return before.stream().filter(commit -> commit.next() > position).findFirst();
    }

    private List<StoredCommit> window(long from, long to, Bson projection) {
        List<Long> ids = LongStream.rangeClosed(from, to).boxed().toList();
        return list(in(StoredCommit.ID, ids), projection);
    }

    @Override
    List<StoredCommit> ofStream(String streamId, long first, int count) {
        SortedMap<Long, StoredCommit> all = new TreeMap<>();
        long end = Math.min(LedgerBounds.MAX_SEQUENCE + 1, first + count);
        long window = FIRST_WINDOW;
        for (long from = first; from < end; ) {
            long to = Math.min(end, from + window);
            List<String> keys =
                    LongStream.range(from, to).mapToObj(s -> StreamKey.of(streamId, s)).toList();
            List<StoredCommit> found = list(in(StoredCommit.STREAMS, keys), WHOLE);
            found.forEach(commit -> all.put(commit.first(), commit));
            String last = keys.get(keys.size() - 1);
            if (found.stream().noneMatch(commit -> commit.streams().contains(last))) {
                break;
            }
            from = to;
            window = Math.min(LARGEST_WINDOW, 2 * window);
        }
        return List.copyOf(all.values());
    }

    @Override
    public Optional<StoredCommit> last(long known) {
        if (known < 0) {
            return greatest(ALL, PLACES);
        }
        List<StoredCommit> after = from(known, LARGEST_WINDOW, false);
        while (!after.isEmpty()) {
            StoredCommit last = after.get(after.size() - 1);
            after = onwards(last.next(), LARGEST_WINDOW, PLACES);
            if (after.isEmpty()) {
                return Optional.of(last);
            }
        }
        return Optional.empty();
    }
}
