package org.coordinationledger.recordheads.event;

import java.util.regex.Pattern;

/**
 * What happened to the tree of record heads: a Merkle tree over the last step of every record, from which it is proved that
 * nothing of a record was left out up to a position. These events belong to no record and no person: the service records
 * them, on the one stream {@link #STREAM}. They know no effective date.
 */
public sealed interface RecordHeadsEvent {

    /** The id of the stream that holds these events. */
    String STREAM = "record-heads";

    /**
     * The root of the tree over the heads of all records, as they were after the first entries of the ledger.
     *
     * @param size how many entries of the ledger the heads are of; at most the position of this event
     * @param records how many records had at least one of these entries; reservations and this stream count too
     * @param root of the tree, as 64 hexadecimal digits
     */
    record Sealed(long size, long records, String root) implements RecordHeadsEvent {

        private static final Pattern ROOT = Pattern.compile("[0-9a-f]{64}");

        public Sealed {
            if (size < 1 || records < 1 || records > size || !ROOT.matcher(root).matches()) {
                throw new IllegalArgumentException("no root of record heads");
            }
        }
    }
}
