package org.coordinationledger.ledger.sealing;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.coordinationledger.tlog.Hash;

/**
 * Full tiles in the database: {@code {_id: "<level>/<index>", hashes: 256 × 32 bytes, root: 32 bytes}}. Each is written
 * once and follows from the entries alone, so that two who write the same one write the same bytes.
 */
final class StoredTiles {

    static final String COLLECTION = "logtiles";
    private static final String ID = "_id";
    private static final String HASHES = "hashes";
    private static final String ROOT = "root";
    private static final int DUPLICATE_KEY = 11000;
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    /**
     * A full tile.
     *
     * @param hashes 256 hashes one after another
     * @param root   of the tree over them
     */
    record FullTile(int level, long index, byte[] hashes, byte[] root) {

        String id() {
            return StoredTiles.id(level, index);
        }
    }

    private final MongoCollection<Document> tiles;

    StoredTiles(MongoCollection<Document> tiles) {
        this.tiles = tiles;
    }

    private static String id(int level, long index) {
        return level + "/" + index;
    }

    /**
     * Writes what is not there yet.
     *
     * @throws HistoryBrokenException if another tile stands in the place of one of them
     */
    void insert(List<FullTile> full) {
        if (full.isEmpty()) {
            return;
        }
        List<Document> documents = full.stream()
                .map(tile -> new Document(ID, tile.id())
                        .append(HASHES, new Binary(tile.hashes()))
                        .append(ROOT, new Binary(tile.root())))
                .toList();
        try {
            tiles.insertMany(documents, UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
            requireSame(full);
        }
    }

    private void requireSame(List<FullTile> full) {
        for (FullTile tile : full) {
            FullTile there = find(tile.level(), tile.index()).orElseThrow(() -> HistoryBrokenException.contradiction(
                    "tile " + tile.id() + " was written but cannot be read"));
            if (!Arrays.equals(there.hashes(), tile.hashes()) || !Arrays.equals(there.root(), tile.root())) {
                throw HistoryBrokenException.contradiction(
                        "tile " + tile.id() + " in the database does not follow from the entries of the ledger");
            }
        }
    }

    /** A full tile, if it has been written. */
    Optional<FullTile> find(int level, long index) {
        Document document = tiles.find(Filters.eq(ID, id(level, index))).first();
        return document == null
                ? Optional.empty()
                : Optional.of(new FullTile(level, index, bytes(document, HASHES), bytes(document, ROOT)));
    }

    /**
     * The roots of consecutive full tiles, one after another.
     *
     * @param count at most 256
     * @throws HistoryBrokenException if one of them is not there
     */
    byte[] roots(int level, long first, int count) {
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(id(level, first + i));
        }
        Map<String, byte[]> found = new HashMap<>();
        for (Document document : tiles.find(in(ID, ids)).projection(include(ROOT))) {
            found.put(document.getString(ID), bytes(document, ROOT));
        }
        byte[] roots = new byte[count * Hash.BYTES];
        for (int i = 0; i < count; i++) {
            byte[] root = found.get(ids.get(i));
            if (root == null || root.length != Hash.BYTES) {
                throw HistoryBrokenException.contradiction(
                        "tile " + ids.get(i) + (root == null ? " is missing from the database" : " in the database is damaged"));
            }
            System.arraycopy(root, 0, roots, i * Hash.BYTES, Hash.BYTES);
        }
        return roots;
    }

    private static byte[] bytes(Document document, String field) {
        Binary binary = document.get(field, Binary.class);
        return binary == null ? new byte[0] : binary.getData();
    }
}
