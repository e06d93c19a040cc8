package org.coordinationledger.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coordinationledger.tlog.RefusedException.Reason;

/** Up to 256 entries as C2SP tlog-tiles bundles them: each behind its length, two bytes, the higher one first. */
public final class EntryBundle {

    /** An entry is not larger than this. */
    public static final int MAX_ENTRY_BYTES = 65_535;

    /** No bundle is larger than this, which bounds what a reader takes. */
    public static final int MAX_BYTES = TilePath.FULL * (2 + MAX_ENTRY_BYTES);

    private EntryBundle() {}

    /**
     * The bundle of these entries.
     *
     * @throws RefusedException with {@link Reason#ENTRY_TOO_LARGE}, or {@link Reason#BUNDLE} unless there are 1 to 256
     */
    public static byte[] write(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TilePath.FULL) {
            throw new RefusedException(Reason.BUNDLE, "a bundle holds 1 to 256 entries, not " + entries.size());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES) {
                throw new RefusedException(
                        Reason.ENTRY_TOO_LARGE, "an entry of %d bytes".formatted(entry.length));
            }
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /**
     * The entries of a bundle.
     *
     * @param width how many there must be
     * @throws RefusedException with {@link Reason#BUNDLE} if it is cut off, has bytes left over or another number
     */
    public static List<byte[]> read(byte[] bundle, int width) {
        List<byte[]> entries = new ArrayList<>(width);
        int[] ends = ends(bundle, width);
        for (int i = 0, start = 0; i < width; start = ends[i++]) {
            entries.add(Arrays.copyOfRange(bundle, start + 2, ends[i]));
        }
        return entries;
    }

    /**
     * Where the entries end: entry {@code i} lies from two bytes behind the end of the one before it up to its own.
     *
     * @throws RefusedException as {@link #read}
     */
    public static int[] ends(byte[] bundle, int width) {
        int[] ends = new int[width];
        int at = 0;
        for (int i = 0; i < width; i++) {
            if (bundle.length - at < 2) {
                throw new RefusedException(
                        Reason.BUNDLE, "the bundle ends before entry %d of %d".formatted(i, width));
            }
            int length = Byte.toUnsignedInt(bundle[at]) << 8 | Byte.toUnsignedInt(bundle[at + 1]);
            if (bundle.length - at - 2 < length) {
                throw new RefusedException(
                        Reason.BUNDLE, "the bundle ends within entry %d of %d".formatted(i, width));
            }
            at += 2 + length;
            ends[i] = at;
        }
        if (at != bundle.length) {
            throw new RefusedException(Reason.BUNDLE, "bytes behind the last of %d entries".formatted(width));
        }
        return ends;
    }
}
