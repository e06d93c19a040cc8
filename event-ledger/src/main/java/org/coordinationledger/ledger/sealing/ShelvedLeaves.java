package org.coordinationledger.ledger.sealing;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.coordinationledger.ledger.sealing.StoredHeads.Shelving;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RecordHeads;

/** The leaves of a tree of record heads, read from their shelves some at a time. Used by one thread. */
final class ShelvedLeaves implements RecordHeads.Leaves {

    private final StoredHeads stored;
    private final Shelving shelving;
    private final int shelvesAtOnce;
    /** Before how many leaves each shelf begins, and how many there are in all. */
    private final long[] begins = new long[StoredHeads.SHELVES + 1];
    private Map<Integer, byte[]> read = new HashMap<>();

    /** @param shelvesAtOnce how many are read together, 1 for whoever looks for single leaves */
    ShelvedLeaves(StoredHeads stored, Shelving shelving, int shelvesAtOnce) {
        this.stored = stored;
        this.shelving = shelving;
        this.shelvesAtOnce = shelvesAtOnce;
        for (int shelf = 0; shelf < StoredHeads.SHELVES; shelf++) {
            begins[shelf + 1] = begins[shelf] + shelving.counts()[shelf];
        }
    }

    /** The shelf on which the leaf of a record stands. */
    static int shelfOf(Hash idHash) {
        return ByteBuffer.wrap(idHash.bytes()).getShort() >>> 4 & StoredHeads.SHELVES - 1;
    }

    @Override
    public long size() {
        return begins[StoredHeads.SHELVES];
    }

    @Override
    public byte[] leaves(long first, int count) {
        byte[] leaves = new byte[count * RecordHeads.LEAF_BYTES];
        int shelf = shelfAt(first);
        for (int done = 0; done < count; shelf++) {
            byte[] shelved = shelf(shelf);
            int from = (int) (first + done - begins[shelf]);
            int some = Math.min(count - done, shelved.length / RecordHeads.LEAF_BYTES - from);
            if (some > 0) {
                System.arraycopy(shelved, from * RecordHeads.LEAF_BYTES, leaves, done * RecordHeads.LEAF_BYTES,
                        some * RecordHeads.LEAF_BYTES);
                done += some;
            }
        }
        return leaves;
    }

    /** The last shelf that begins at this leaf or before it. */
    private int shelfAt(long leaf) {
        int low = 0;
        int high = StoredHeads.SHELVES - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (begins[middle] <= leaf) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private byte[] shelf(int shelf) {
        if (shelving.counts()[shelf] == 0) {
            return new byte[0];
        }
        byte[] shelved = read.get(shelf);
        if (shelved == null) {
            read = stored.leaves(shelving, shelf, Math.min(StoredHeads.SHELVES, shelf + shelvesAtOnce));
            shelved = read.getOrDefault(shelf, new byte[0]);
        }
        if (shelved.length != shelving.counts()[shelf] * RecordHeads.LEAF_BYTES) {
            throw HistoryBrokenException.contradiction("a shelf of record heads in the database is damaged");
        }
        return shelved;
    }

    /** Only the record's shelf is looked through. */
    @Override
    public long place(Hash idHash) {
        int shelf = shelfOf(idHash);
        byte[] shelved = shelf(shelf);
        int low = 0;
        int high = shelved.length / RecordHeads.LEAF_BYTES - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Hash.at(shelved, middle * RecordHeads.LEAF_BYTES).compareTo(idHash);
            if (order == 0) {
                return begins[shelf] + middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(begins[shelf] + low) - 1;
    }
}
