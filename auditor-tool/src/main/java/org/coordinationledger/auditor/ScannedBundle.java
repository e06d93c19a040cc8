package org.coordinationledger.auditor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TreeHasher;
import org.jspecify.annotations.Nullable;

/** A bundle that was read: its entries' bytes, leaf hashes and heads, and the hashes of their records' ids. */
final class ScannedBundle {

    private static final ThreadLocal<TreeHasher> HASHER = ThreadLocal.withInitial(TreeHasher::new);

    private final TilePath.Entries bundle;
    private final byte[] bytes;
    private final int[] ends;
    private final byte[] leafHashes;
    private final byte[] recordHashes;
    private final List<@Nullable EntryHead> heads;

    private ScannedBundle(
            TilePath.Entries bundle,
            byte[] bytes,
            int[] ends,
            byte[] leafHashes,
            byte[] recordHashes,
            List<@Nullable EntryHead> heads) {
        this.bundle = bundle;
        this.bytes = bytes;
        this.ends = ends;
        this.leafHashes = leafHashes;
        this.recordHashes = recordHashes;
        this.heads = heads;
    }

    /** @throws FaultException with {@link Fault#BUNDLE_BROKEN} at the first entry that is not there whole */
    static ScannedBundle of(TilePath.Entries bundle, byte[] bytes) {
        int[] ends;
        try {
            ends = EntryBundle.ends(bytes, bundle.width());
        } catch (RefusedException e) {
            throw new FaultException(Fault.BUNDLE_BROKEN, first(bundle) + whole(bytes, bundle.width()), bundle.path());
        }
        TreeHasher hasher = HASHER.get();
        byte[] leaves = new byte[ends.length * Hash.BYTES];
        byte[] records = new byte[ends.length * Hash.BYTES];
        @Nullable EntryHead[] heads = new EntryHead[ends.length];
        for (int i = 0, start = 0; i < ends.length; start = ends[i++]) {
            int length = ends[i] - start - 2;
            hasher.leaf(bytes, start + 2, length, leaves, i * Hash.BYTES);
            EntryHead head = EntryHead.read(bytes, start + 2, length);
            heads[i] = head;
            if (head != null) {
                byte[] id = head.record().getBytes(StandardCharsets.UTF_8);
                hasher.plain(id, 0, id.length, records, i * Hash.BYTES);
            }
        }
        return new ScannedBundle(bundle, bytes, ends, leaves, records, Arrays.asList(heads));
    }

    private static long first(TilePath.Entries bundle) {
        return bundle.index() * TilePath.FULL;
    }

    private static int whole(byte[] bytes, int width) {
        int entries = 0;
        int at = 0;
        while (entries < width && bytes.length - at >= 2) {
            at += 2 + (Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]));
            if (at > bytes.length) {
                return entries;
            }
            entries++;
        }
        return entries;
    }

    /** Of a bundle that is not whole, the first whole entry whose hash is not the one in the tile, or -1. */
    static int wholeEntryThatDiffers(byte[] bytes, byte[] tile) {
        int whole = whole(bytes, tile.length / Hash.BYTES);
        byte[] leaf = new byte[Hash.BYTES];
        for (int i = 0, start = 0; i < whole; i++) {
            int length = Byte.toUnsignedInt(bytes[start]) << 8 | Byte.toUnsignedInt(bytes[start + 1]);
            HASHER.get().leaf(bytes, start + 2, length, leaf, 0);
            if (!Hash.of(leaf).isAt(tile, i * Hash.BYTES)) {
                return i;
            }
            start += 2 + length;
        }
        return -1;
    }

    TilePath.Entries bundle() {
        return bundle;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Position of its first entry. */
    long first() {
        return first(bundle);
    }

    int width() {
        return ends.length;
    }

    /** The exact bytes of an entry. */
    byte[] entry(int i) {
        return Arrays.copyOfRange(bytes, (i == 0 ? 0 : ends[i - 1]) + 2, ends[i]);
    }

    /** @throws FaultException if it is no entry of format 1 */
    EntryHead head(int i) {
        EntryHead head = heads.get(i);
        if (head == null) {
            throw new FaultException(Fault.NOT_AN_ENTRY, first() + i);
        }
        return head;
    }

    byte[] leafHashes() {
        return leafHashes;
    }

    byte[] recordHashes() {
        return recordHashes;
    }

    /** The first entry whose leaf hash is not the one in the tile, or -1. */
    int differsFrom(byte[] tile) {
        int at = Arrays.mismatch(leafHashes, tile);
        return at < 0 ? -1 : Math.min(at / Hash.BYTES, width() - 1);
    }
}
