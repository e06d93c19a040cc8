package org.coordinationledger.ledger.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coordinationledger.ledger.sealing.StoredTiles.FullTile;

/**
 * The unfinished tile of each level of a growing Merkle tree as in RFC 6962: all that is needed to add leaves and to tell
 * the root. Bounded: at most 255 hashes for each of eight levels. Used by one thread.
 */
final class RightEdge {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<List<byte[]>> levels;
    private final MessageDigest sha256 = sha256();
    private long size;

    private RightEdge(long size, List<List<byte[]>> levels) {
        this.size = size;
        this.levels = levels;
    }

    static RightEdge empty() {
        return new RightEdge(0, new ArrayList<>());
    }

    /**
     * The edge of a tree of this size.
     *
     * @param levels for each level, from the leaves up, the hashes of its unfinished tile
     */
    static RightEdge of(long size, List<List<byte[]>> levels) {
        List<List<byte[]>> own = new ArrayList<>();
        long below = size;
        for (List<byte[]> level : levels) {
            if (level.size() != below % StoredTiles.WIDTH) {
                throw new IllegalArgumentException(level.size() + " hashes are no edge of a tree of " + size);
            }
            own.add(new ArrayList<>(level));
            below /= StoredTiles.WIDTH;
        }
        return new RightEdge(size, own);
    }

    /** Number of leaves. */
    long size() {
        return size;
    }

    /** Adds the leaf of an entry's bytes; tiles that it finishes are handed over. */
    void add(byte[] entry, Consumer<FullTile> finished) {
        sha256.update(LEAF);
        add(0, sha256.digest(entry), finished);
        size++;
    }

    /** The same of an entry's text. */
    void add(String entry, Consumer<FullTile> finished) {
        add(entry.getBytes(StandardCharsets.UTF_8), finished);
    }

    /** The leaf hash of an entry's text. */
    static byte[] leaf(String entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(entry.getBytes(StandardCharsets.UTF_8));
    }

    private void add(int level, byte[] hash, Consumer<FullTile> finished) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>(StoredTiles.WIDTH));
        }
        List<byte[]> unfinished = levels.get(level);
        unfinished.add(hash);
        if (unfinished.size() == StoredTiles.WIDTH) {
            byte[] root = root(unfinished, 0, unfinished.size());
            finished.accept(new FullTile(level, tilesBefore(level), joined(unfinished), root));
            unfinished.clear();
            add(level + 1, root, finished);
        }
    }

    /** How many full tiles of a level there are; {@link #size} does not count the leaf that is being added. */
    private long tilesBefore(int level) {
        long width = 1;
        for (int i = 0; i <= level; i++) {
            width *= StoredTiles.WIDTH;
        }
        return size / width;
    }

    private static byte[] joined(List<byte[]> hashes) {
        byte[] all = new byte[hashes.size() * StoredTiles.HASH_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, all, i * StoredTiles.HASH_BYTES, StoredTiles.HASH_BYTES);
        }
        return all;
    }

    /** The root of the tree. */
    byte[] root() {
        byte[] last = null;
        for (List<byte[]> level : levels) {
            List<byte[]> nodes = new ArrayList<>(level);
            if (last != null) {
                nodes.add(last);
            }
            last = nodes.isEmpty() ? last : root(nodes, 0, nodes.size());
        }
        return last == null ? sha256.digest() : last;
    }

    private byte[] root(List<byte[]> hashes, int from, int to) {
        if (to - from == 1) {
            return hashes.get(from);
        }
        int left = Integer.highestOneBit(to - from - 1);
        byte[] before = root(hashes, from, from + left);
        byte[] after = root(hashes, from + left, to);
        sha256.update(NODE);
        sha256.update(before);
        return sha256.digest(after);
    }

    /** The hash of an inner node. */
    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
