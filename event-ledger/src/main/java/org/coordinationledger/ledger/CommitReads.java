package org.coordinationledger.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Finds commits. What differs from server to server is in the subclasses; everything here is exact equality. */
abstract class CommitReads implements CommitLookup {

    /** The filter that matches every commit. */
    static final Bson ALL = new Document();

    /** The fields that tell where a commit stands, without its entries. */
    static final Bson PLACES = include(StoredCommit.STREAMS, StoredCommit.RECORDED_AT);

    private static final int KEYS_PER_QUERY = 1_000;

    private final MongoCollection<Document> ledger;
    private final CausalOrder order;

    /** @param ledger read at majority on the primary */
    CommitReads(MongoCollection<Document> ledger, CausalOrder order) {
        this.ledger = ledger;
        this.order = order;
    }

    static CommitReads of(MongoCollection<Document> ledger, CausalOrder order, ServerDialect dialect) {
        return dialect == ServerDialect.EMBEDDED ? new WindowReads(ledger, order) : new RangeReads(ledger, order);
    }

    /** The one way to the documents; {@code read} leaves nothing to be read later. */
    final <T> T find(Bson filter, Function<FindIterable<Document>, T> read) {
        return order.find(ledger, filter, read);
    }

    /** The commits that hold entries of this stream with sequences {@code first} to {@code first + count - 1}, in order. */
    abstract List<StoredCommit> ofStream(String streamId, long first, int count);

    @Override
    public final Optional<StoredCommit> startingAt(long first) {
        return one(eq(StoredCommit.ID, first));
    }

    @Override
    public final Optional<StoredCommit> byRequest(String request) {
        return one(eq(StoredCommit.REQUEST, request));
    }

    @Override
    public final Map<String, Long> positionsOf(Collection<String> keys) {
        Map<String, Long> positions = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += KEYS_PER_QUERY) {
            List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_PER_QUERY));
            for (StoredCommit commit : list(in(StoredCommit.STREAMS, some), PLACES)) {
                for (int i = 0; i < commit.streams().size(); i++) {
                    positions.put(commit.streams().get(i), commit.first() + i);
                }
            }
        }
        positions.keySet().retainAll(keys);
        return positions;
    }

    /** All commits matching a filter that is known to match few, each once, in order. */
    final List<StoredCommit> list(Bson filter, Bson projection) {
        Map<Long, StoredCommit> found = new HashMap<>();
        for (Document document : find(filter, all -> all.projection(projection).into(new ArrayList<>()))) {
            StoredCommit commit = StoredCommit.of(document);
            found.put(commit.first(), commit);
        }
        List<StoredCommit> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingLong(StoredCommit::first));
        return sorted;
    }

    /** The greatest of the commits matching a filter, by position. */
    final Optional<StoredCommit> greatest(Bson filter, Bson projection) {
        return find(filter, all -> first(all.sort(descending(StoredCommit.ID)).projection(projection).limit(1)));
    }

    private Optional<StoredCommit> one(Bson filter) {
        return find(filter, CommitReads::first);
    }

    private static Optional<StoredCommit> first(FindIterable<Document> found) {
        Document document = found.first();
        return document == null ? Optional.empty() : Optional.of(StoredCommit.of(document));
    }
}
