package org.coordinationledger.auditor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RecordHeads.Head;

/** The last step of each record, by the whole hash of its id: about 70 bytes a record, whatever its id. */
final class RecordTable {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int WORDS = 6;
    private static final int SEQUENCE = 4;
    private static final int POSITION = 5;

    private long[] table = new long[WORDS * 1024];
    private int records;

    /** The slot of a record, for the other methods; a free one if the record is not there yet. */
    int slot(byte[] hashes, int at) {
        if (records >= table.length / WORDS * 7 / 10) {
            grow();
        }
        return slot(
                table,
                (long) LONGS.get(hashes, at),
                (long) LONGS.get(hashes, at + 8),
                (long) LONGS.get(hashes, at + 16),
                (long) LONGS.get(hashes, at + 24));
    }

    private static int slot(long[] table, long a, long b, long c, long d) {
        int slots = table.length / WORDS;
        int slot = (int) (a & (slots - 1)) * WORDS;
        while (table[slot + SEQUENCE] != 0
                && !(table[slot] == a && table[slot + 1] == b && table[slot + 2] == c && table[slot + 3] == d)) {
            slot = (slot + WORDS) % table.length;
        }
        return slot;
    }

    /** The record's last sequence, -1 before its first. */
    long sequence(int slot) {
        return table[slot + SEQUENCE] - 1;
    }

    /** The position of the record's last entry, -1 before its first. */
    long position(int slot) {
        return table[slot + SEQUENCE] == 0 ? -1 : table[slot + POSITION];
    }

    /** Goes on to the record's next step. */
    void step(int slot, byte[] hashes, int at, long position) {
        if (table[slot + SEQUENCE]++ == 0) {
            for (int i = 0; i < 4; i++) {
                table[slot + i] = (long) LONGS.get(hashes, at + 8 * i);
            }
            records++;
        }
        table[slot + POSITION] = position;
    }

    int records() {
        return records;
    }

    List<Head> heads() {
        List<Head> heads = new ArrayList<>(records);
        byte[] hash = new byte[Hash.BYTES];
        for (int slot = 0; slot < table.length; slot += WORDS) {
            if (table[slot + SEQUENCE] != 0) {
                for (int i = 0; i < 4; i++) {
                    LONGS.set(hash, 8 * i, table[slot + i]);
                }
                heads.add(new Head(Hash.of(hash), sequence(slot), table[slot + POSITION]));
            }
        }
        return heads;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (int slot = 0; slot < table.length; slot += WORDS) {
            if (table[slot + SEQUENCE] != 0) {
                int to = slot(larger, table[slot], table[slot + 1], table[slot + 2], table[slot + 3]);
                System.arraycopy(table, slot, larger, to, WORDS);
            }
        }
        table = larger;
    }
}
