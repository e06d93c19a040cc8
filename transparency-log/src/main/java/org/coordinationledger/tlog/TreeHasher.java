package org.coordinationledger.tlog;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of RFC 6962 without garbage. Not safe for use by several threads at once. */
public final class TreeHasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    public TreeHasher() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes the leaf hash of the entry in {@code data} to {@code out} from {@code at} on. */
    public void leaf(byte[] data, int offset, int length, byte[] out, int at) {
        sha256.update(LEAF);
        sha256.update(data, offset, length);
        finish(out, at);
    }

    /** Writes SHA-256 of the bytes, with no prefix, to {@code out} from {@code at} on. */
    public void plain(byte[] data, int offset, int length, byte[] out, int at) {
        sha256.update(data, offset, length);
        finish(out, at);
    }

    /**
     * The root of the complete subtree whose lowest hashes lie one after the other in {@code hashes}.
     *
     * @param first the first of them, counted in hashes
     * @param count how many there are, a power of two
     */
    public Hash subtree(byte[] hashes, int first, int count) {
        if (count < 1 || Integer.bitCount(count) != 1) {
            throw new IllegalArgumentException("no power of two: " + count);
        }
        byte[] level = new byte[count * Hash.BYTES];
        System.arraycopy(hashes, first * Hash.BYTES, level, 0, level.length);
        for (int width = count; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                sha256.update(NODE);
                sha256.update(level, 2 * i * Hash.BYTES, 2 * Hash.BYTES);
                finish(level, i * Hash.BYTES);
            }
        }
        return Hash.at(level, 0);
    }

    /** The root of a full tile. */
    public Hash tileRoot(byte[] tile) {
        return subtree(tile, 0, TilePath.FULL);
    }

    byte[] plain(byte[] data) {
        return sha256.digest(data);
    }

    Hash node(Hash left, Hash right) {
        sha256.update(NODE);
        sha256.update(left.raw());
        sha256.update(right.raw());
        return Hash.of(sha256.digest());
    }

    private void finish(byte[] out, int at) {
        try {
            sha256.digest(out, at, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }
}
