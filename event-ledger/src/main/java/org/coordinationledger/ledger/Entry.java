package org.coordinationledger.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event at its position: what the ledger stores, hashes and never changes.
 *
 * @param logId         the ledger this entry belongs to
 * @param position      order in the whole ledger, from 0 without gaps; also Axon's token and the Merkle leaf index
 * @param recordedAt    when its commit was recorded, in milliseconds; never before the entry at a smaller position
 * @param commitFirst   position of the first entry of its commit
 * @param commitCount   number of entries of its commit
 * @param prev          position of the stream's previous entry; null for the stream's first
 * @param streamType    kind of the stream; empty for an event outside of any aggregate
 * @param streamId      id of the stream
 * @param sequence      order within the stream, from 0 without gaps
 * @param eventId       id of the event
 * @param eventName     stored name of the event
 * @param eventRevision revision of the event's shape; empty where none was declared
 * @param payload       the event's content: JSON, in the exact text stored
 * @param metadata      who recorded it and why
 * @param json          the exact text stored, whose UTF-8 bytes are the Merkle leaf
 */
public record Entry(
        String logId,
        long position,
        Instant recordedAt,
        long commitFirst,
        int commitCount,
        @Nullable Long prev,
        String streamType,
        String streamId,
        long sequence,
        String eventId,
        String eventName,
        String eventRevision,
        String payload,
        Map<String, String> metadata,
        String json) {

    /** The event's content as a tree, parsed anew at each call; numbers are exact. */
    public JsonNode payloadTree() {
        return EntryFormat.tree(payload);
    }

    /** The stored bytes: the leaf data of the Merkle tree. They MUST NOT be rendered anew to verify. */
    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of a zero byte and the stored bytes, as in RFC 6962; 32 bytes. */
    public byte[] leafHash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 0);
            return sha256.digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
