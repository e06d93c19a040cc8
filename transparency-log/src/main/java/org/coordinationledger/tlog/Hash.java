package org.coordinationledger.tlog;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash: of an entry (a leaf), of two subtrees (a node), or the root of a tree, as RFC 6962 defines them. */
public final class Hash implements Comparable<Hash> {

    /** Bytes of a hash. */
    public static final int BYTES = 32;

    /** The root of the tree without entries. */
    public static final Hash EMPTY_ROOT =
            fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash that lies in an array from {@code offset} on. */
    public static Hash at(byte[] array, int offset) {
        return new Hash(Arrays.copyOfRange(array, offset, offset + BYTES));
    }

    public static Hash fromHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** SHA-256 of any bytes, with no prefix. */
    public static Hash sha256(byte[] data) {
        return new Hash(new TreeHasher().plain(data));
    }

    /** The leaf hash of an entry: SHA-256 of a zero byte and the entry. */
    public static Hash ofLeaf(byte[] entry) {
        byte[] out = new byte[BYTES];
        new TreeHasher().leaf(entry, 0, entry.length, out, 0);
        return new Hash(out);
    }

    /** The hash of a node: SHA-256 of a byte 1 and its two children. */
    public static Hash ofNode(Hash left, Hash right) {
        return new TreeHasher().node(left, right);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] array, int offset) {
        System.arraycopy(bytes, 0, array, offset, BYTES);
    }

    /** Whether this hash lies in an array from {@code offset} on. */
    public boolean isAt(byte[] array, int offset) {
        return Arrays.equals(bytes, 0, BYTES, array, offset, offset + BYTES);
    }

    byte[] raw() {
        return bytes;
    }

    public String base64() {
        return StrictBase64.text(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
