package org.coordinationledger.ledger.sealing;

import java.time.Instant;
import java.util.regex.Pattern;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.tlog.Hash;
import tools.jackson.databind.JsonNode;

/**
 * The root of a tree of record heads, as an entry of the ledger holds it.
 *
 * @param position   of that entry
 * @param sequence   of that entry in its stream, {@link #STREAM_ID}
 * @param recordedAt when that entry was recorded
 * @param size       the heads are those of the first {@code size} entries of the ledger
 * @param records    how many heads there are
 */
public record RecordedHeads(
        long position, long sequence, Instant recordedAt, long size, long records, Hash root) {

    /** The type of the stream that holds these entries. */
    public static final String STREAM_TYPE = "RecordHeads";

    /** The one stream that holds them. */
    public static final String STREAM_ID = "record-heads";

    /** The stored name of the event. */
    public static final String EVENT = "record-heads.sealed";

    private static final Pattern ROOT = Pattern.compile("[0-9a-f]{64}");

    /** @throws HistoryBrokenException if the entry does not say what it must, or speaks of entries after it */
    static RecordedHeads of(Entry entry) {
        JsonNode payload = entry.payloadTree();
        long size = payload.path("size").asLong(-1);
        long records = payload.path("records").asLong(-1);
        String root = payload.path("root").asString("");
        if (size < 0 || size > entry.position() || records < 0 || !ROOT.matcher(root).matches()) {
            throw HistoryBrokenException.contradiction(
                    "the entry at position " + entry.position() + " holds no root of record heads");
        }
        return new RecordedHeads(
                entry.position(), entry.sequence(), entry.recordedAt(), size, records, Hash.fromHex(root));
    }
}
