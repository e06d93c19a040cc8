package org.coordinationledger.ledger.sealing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.coordinationledger.ledger.LedgerStore;

/**
 * Trees of record heads in the database. Leaves lie on {@value #SHELVES} shelves by the first twelve bits of the hash of the
 * record's id: {@code logheadshelves {_id: "<shelf>@<size>", leaves}}, as they stood after the first {@code size} entries.
 * A tree names for each of its shelves the size at which it was last written: {@code logheads {_id: size, versions, counts,
 * tileRoots}}. What stands under an id follows from the entries alone, so that two who write it write the same.
 */
final class StoredHeads {

    static final String TREES = "logheads";
    static final String SHELVES_COLLECTION = "logheadshelves";

    /** How many shelves there are. */
    static final int SHELVES = 4_096;

    /** Shelves that are read or written at once: 3 MiB where there are four million records. */
    static final int SHELVES_AT_ONCE = 64;

    private static final String ID = "_id";
    private static final String LEAVES = "leaves";
    private static final String VERSIONS = "versions";
    private static final String COUNTS = "counts";
    private static final String TILE_ROOTS = "tileRoots";
    private static final int IDS_PER_DELETE = 1_000;

    /**
     * Where the leaves of a tree lie.
     *
     * @param size     the heads are those of the first {@code size} entries
     * @param versions for each shelf the size at which it was written last; 0 where it has no leaves
     * @param counts   for each shelf how many leaves it has
     */
    record Shelving(long size, long[] versions, long[] counts) {

        static Shelving empty() {
            return new Shelving(0, new long[SHELVES], new long[SHELVES]);
        }

        long records() {
            long records = 0;
            for (long count : counts) {
                records += count;
            }
            return records;
        }

        private String shelf(int shelf) {
            return StoredHeads.shelf(shelf, versions[shelf]);
        }
    }

    /** A tree that was kept. */
    record KeptTree(Shelving shelving, byte[] tileRoots) {}

    private final MongoCollection<Document> trees;
    private final MongoCollection<Document> shelves;

    StoredHeads(LedgerStore ledger) {
        this.trees = ledger.beside(TREES);
        this.shelves = ledger.beside(SHELVES_COLLECTION);
    }

    private static String shelf(int shelf, long size) {
        return shelf + "@" + size;
    }

    /**
     * The leaves of some shelves, by shelf; of those that have any.
     *
     * @throws HistoryBrokenException if one is missing or damaged
     */
    Map<Integer, byte[]> leaves(Shelving shelving, int first, int end) {
        Map<String, Integer> wanted = new HashMap<>();
        for (int shelf = first; shelf < end; shelf++) {
            if (shelving.counts[shelf] > 0) {
                wanted.put(shelving.shelf(shelf), shelf);
            }
        }
        return read(wanted);
    }

    /** The same of any shelves. */
    Map<Integer, byte[]> leaves(Shelving shelving, Collection<Integer> some) {
        Map<String, Integer> wanted = new HashMap<>();
        for (int shelf : some) {
            if (shelving.counts[shelf] > 0) {
                wanted.put(shelving.shelf(shelf), shelf);
            }
        }
        return read(wanted);
    }

    private Map<Integer, byte[]> read(Map<String, Integer> wanted) {
        Map<Integer, byte[]> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        for (Document document : shelves.find(in(ID, wanted.keySet()))) {
            found.put(wanted.get(document.getString(ID)), bytes(document, LEAVES));
        }
        if (found.size() < wanted.size()) {
            throw HistoryBrokenException.contradiction(
                    (wanted.size() - found.size()) + " shelves of record heads are missing from the database");
        }
        return found;
    }

    /** Writes shelves as they stand after the first {@code size} entries. */
    void write(long size, Map<Integer, byte[]> leaves) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        leaves.forEach((shelf, bytes) -> {
            String id = shelf(shelf, size);
            writes.add(new ReplaceOneModel<>(eq(ID, id), new Document(ID, id).append(LEAVES, new Binary(bytes)),
                    new ReplaceOptions().upsert(true)));
        });
        if (!writes.isEmpty()) {
            shelves.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /**
     * The tree of the first {@code size} entries, if it was kept.
     *
     * @throws HistoryBrokenException if it is damaged
     */
    Optional<KeptTree> tree(long size) {
        return Optional.ofNullable(trees.find(eq(ID, size)).first()).map(stored -> kept(size, stored));
    }

    /** Whether the tree of the first {@code size} entries is kept, damaged or not. */
    boolean has(long size) {
        return trees.find(eq(ID, size)).projection(include(ID)).first() != null;
    }

    private static KeptTree kept(long size, Document document) {
        long[] counts = longs(document, COUNTS);
        long left = size;
        for (long count : counts) {
            if (count < 0 || count > left) {
                throw damaged();
            }
            left -= count;
        }
        return new KeptTree(new Shelving(size, longs(document, VERSIONS), counts), bytes(document, TILE_ROOTS));
    }

    private static byte[] bytes(Document document, String field) {
        if (document.get(field) instanceof Binary stored) {
            return stored.getData();
        }
        throw damaged();
    }

    private static HistoryBrokenException damaged() {
        return HistoryBrokenException.contradiction("a tree of record heads in the database is damaged");
    }

    private static long[] longs(Document document, String field) {
        LongBuffer stored = ByteBuffer.wrap(bytes(document, field)).asLongBuffer();
        if (stored.remaining() != SHELVES) {
            throw damaged();
        }
        long[] longs = new long[SHELVES];
        stored.get(longs);
        return longs;
    }

    private static Binary binary(long[] longs) {
        ByteBuffer bytes = ByteBuffer.allocate(longs.length * Long.BYTES);
        bytes.asLongBuffer().put(longs);
        return new Binary(bytes.array());
    }

    /** Keeps a tree whose shelves were written. */
    void keep(KeptTree tree) {
        Shelving shelving = tree.shelving();
        trees.replaceOne(eq(ID, shelving.size()), new Document(ID, shelving.size())
                .append(VERSIONS, binary(shelving.versions()))
                .append(COUNTS, binary(shelving.counts()))
                .append(TILE_ROOTS, new Binary(tree.tileRoots())), new ReplaceOptions().upsert(true));
    }

    /**
     * Removes all trees but the newest few, and all shelves older than the newest tree that none of them names. A damaged
     * tree names none.
     */
    void forgetAllBut(int newest) {
        List<Long> sizes = new ArrayList<>();
        trees.find().projection(include(ID)).forEach(tree -> {
            if (tree.get(ID) instanceof Number size) {
                sizes.add(size.longValue());
            }
        });
        sizes.sort(Comparator.reverseOrder());
        Set<String> named = new HashSet<>();
        for (int i = 0; i < sizes.size(); i++) {
            if (i >= newest) {
                trees.deleteOne(eq(ID, sizes.get(i)));
                continue;
            }
            named.addAll(shelvesOf(sizes.get(i)));
        }
        if (!sizes.isEmpty()) {
            forgetShelves(sizes.get(0), named);
        }
    }

    private Set<String> shelvesOf(long size) {
        Set<String> named = new HashSet<>();
        try {
            tree(size).map(KeptTree::shelving).ifPresent(shelving -> {
                for (int shelf = 0; shelf < SHELVES; shelf++) {
                    named.add(shelving.shelf(shelf));
                }
            });
        } catch (HistoryBrokenException damaged) {
            return Set.of();
        }
        return named;
    }

    /**
     * Of those written later another process may be making a tree. One that is slower, at a tree of fewer entries, can lose
     * its shelves here: it fails, the hour was recorded by the one that forgets, and the next run makes another tree.
     */
    private void forgetShelves(long upTo, Set<String> named) {
        List<String> unnamed = new ArrayList<>();
        for (Document shelf : shelves.find().projection(include(ID))) {
            String id = shelf.getString(ID);
            if (!named.contains(id) && Long.parseLong(id.substring(id.indexOf('@') + 1)) <= upTo) {
                unnamed.add(id);
            }
        }
        for (int from = 0; from < unnamed.size(); from += IDS_PER_DELETE) {
            shelves.deleteMany(in(ID, unnamed.subList(from, Math.min(unnamed.size(), from + IDS_PER_DELETE))));
        }
    }
}
