package org.coordinationledger.tlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last step of each record while a log is read from its beginning, by the whole hash of the record's id: about 65
 * bytes a record, whatever its id. Records are numbered from 0 in the order of their first steps. Not safe for use by
 * several threads at once.
 */
public final class HeadTable {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int ID_WORDS = Hash.BYTES / Long.BYTES;
    private static final int WORDS = ID_WORDS + 2;
    private static final int SEQUENCE = ID_WORDS;
    private static final int POSITION = ID_WORDS + 1;
    private static final int RECORDS_PER_CHUNK = 4_096;
    private static final long UPPER_HALF = 0xFFFF_FFFF_0000_0000L;

    private final List<long[]> chunks = new ArrayList<>();
    /** Numbers of records plus one by their hashes, 0 where there is none. */
    private int[] slots = new int[4_096];
    /** Numbers of records in the order of their hashes, as far as it was asked for. */
    private int[] sorted = new int[0];
    private int records;

    /** What the heads were some entries ago: the last steps of records before those entries. */
    public static final class Earlier {

        private record Step(long sequence, long position) {}

        private final Map<Integer, Step> steps = new HashMap<>();
        private int absent;

        /** Nothing is undone. */
        public Earlier() {}

        private boolean holds(int number) {
            Step before = steps.get(number);
            return before == null || before.sequence() >= 0;
        }
    }

    /** An empty table. */
    public HeadTable() {}

    /** How many records there are. */
    public int records() {
        return records;
    }

    /** The number of the record whose id has this hash, or -1 if there is none. */
    public int find(byte[] hashes, int at) {
        return slots[slot(slots, words(hashes, at))] - 1;
    }

    /** The sequence of a record's last step; -1 for the record -1. */
    public long sequence(int number) {
        return number < 0 ? -1 : word(number, SEQUENCE);
    }

    /** The position of a record's last step; -1 for the record -1. */
    public long position(int number) {
        return number < 0 ? -1 : word(number, POSITION);
    }

    /**
     * Goes on to a record's next step.
     *
     * @param number what {@link #find} gave for it
     */
    public void step(int number, byte[] hashes, int at, long position) {
        int known = number < 0 ? add(hashes, at) : number;
        long[] chunk = chunks.get(known / RECORDS_PER_CHUNK);
        int offset = known % RECORDS_PER_CHUNK * WORDS;
        chunk[offset + SEQUENCE]++;
        chunk[offset + POSITION] = position;
    }

    private int add(byte[] hashes, int at) {
        if (records >= slots.length / 2) {
            grow();
        }
        if (records % RECORDS_PER_CHUNK == 0) {
            chunks.add(new long[RECORDS_PER_CHUNK * WORDS]);
        }
        long[] id = words(hashes, at);
        long[] chunk = chunks.get(records / RECORDS_PER_CHUNK);
        int offset = records % RECORDS_PER_CHUNK * WORDS;
        System.arraycopy(id, 0, chunk, offset, ID_WORDS);
        chunk[offset + SEQUENCE] = -1;
        slots[slot(slots, id)] = records + 1;
        return records++;
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        long[] id = new long[ID_WORDS];
        for (int number = 0; number < records; number++) {
            for (int i = 0; i < ID_WORDS; i++) {
                id[i] = word(number, i);
            }
            larger[slot(larger, id)] = number + 1;
        }
        slots = larger;
    }

    private int slot(int[] in, long[] id) {
        int slot = (int) (id[0] & (in.length - 1));
        while (in[slot] != 0 && !is(in[slot] - 1, id)) {
            slot = (slot + 1) & (in.length - 1);
        }
        return slot;
    }

    private boolean is(int number, long[] id) {
        for (int i = 0; i < ID_WORDS; i++) {
            if (word(number, i) != id[i]) {
                return false;
            }
        }
        return true;
    }

    private static long[] words(byte[] hashes, int at) {
        long[] words = new long[ID_WORDS];
        for (int i = 0; i < ID_WORDS; i++) {
            words[i] = (long) LONGS.get(hashes, at + i * Long.BYTES);
        }
        return words;
    }

    private long word(int number, int word) {
        return chunks.get(number / RECORDS_PER_CHUNK)[number % RECORDS_PER_CHUNK * WORDS + word];
    }

    /**
     * Notes in {@code earlier} what a record's head was before an entry. Of several entries of a record that are undone
     * the first MUST come first.
     *
     * @param number of the record of that entry
     * @param sequence of that entry
     * @param prev position of the record's entry before it, ignored where that entry is the record's first
     */
    public void undo(Earlier earlier, int number, long sequence, long prev) {
        if (earlier.steps.putIfAbsent(number, new Earlier.Step(sequence - 1, prev)) == null && sequence == 0) {
            earlier.absent++;
        }
    }

    /** The tree of the heads, as they are now. It reads this table, and MUST NOT be used after the next step. */
    public RecordHeads heads() {
        return heads(new Earlier());
    }

    /** The same of heads as they were earlier. */
    public RecordHeads heads(Earlier earlier) {
        sort();
        int[] present = earlier.absent == 0
                ? sorted
                : Arrays.stream(sorted).filter(earlier::holds).toArray();
        return RecordHeads.of(new RecordHeads.Leaves() {
            @Override
            public long size() {
                return present.length;
            }

            @Override
            public byte[] leaves(long first, int count) {
                byte[] leaves = new byte[count * RecordHeads.LEAF_BYTES];
                for (int i = 0; i < count; i++) {
                    write(earlier, present[(int) first + i], leaves, i * RecordHeads.LEAF_BYTES);
                }
                return leaves;
            }
        });
    }

    private void write(Earlier earlier, int number, byte[] leaves, int at) {
        Earlier.@Nullable Step before = earlier.steps.isEmpty() ? null : earlier.steps.get(number);
        for (int i = 0; i < ID_WORDS; i++) {
            LONGS.set(leaves, at + i * Long.BYTES, word(number, i));
        }
        LONGS.set(leaves, at + SEQUENCE * Long.BYTES, before == null ? sequence(number) : before.sequence());
        LONGS.set(leaves, at + POSITION * Long.BYTES, before == null ? position(number) : before.position());
    }

    /** Sorts the records that came since the last time, and merges them in. */
    private void sort() {
        int known = sorted.length;
        if (known == records) {
            return;
        }
        int[] fresh = freshSorted(known);
        int[] merged = new int[records];
        for (int to = 0, a = 0, b = 0; to < records; to++) {
            boolean old = b == fresh.length || a < known && compare(sorted[a], fresh[b]) < 0;
            merged[to] = old ? sorted[a++] : fresh[b++];
        }
        sorted = merged;
    }

    /** By half a word of the hash at first, which sorts as numbers; what is equal so far by all of it. */
    private int[] freshSorted(int from) {
        long[] keys = new long[records - from];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (word(from + i, 0) ^ Long.MIN_VALUE) & UPPER_HALF | from + i;
        }
        Arrays.sort(keys);
        int[] fresh = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int number = (int) keys[i];
            int at = i;
            while (at > 0 && (keys[at - 1] & UPPER_HALF) == (keys[i] & UPPER_HALF) && compare(fresh[at - 1], number) > 0) {
                fresh[at] = fresh[at - 1];
                at--;
            }
            fresh[at] = number;
        }
        return fresh;
    }

    private int compare(int a, int b) {
        for (int i = 0; i < ID_WORDS; i++) {
            int order = Long.compareUnsigned(word(a, i), word(b, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
