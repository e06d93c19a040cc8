package org.coordinationledger.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One event to append, rendered as far as its writer can.
 *
 * @param streamType    kind of the stream (Axon's aggregate type); empty for an event outside of any aggregate
 * @param streamId      id of the stream; MUST be 1 to {@value LedgerBounds#MAX_STREAM_ID_BYTES} bytes and MUST NOT contain '@'
 * @param sequence      order within the stream, from 0 without gaps
 * @param eventId       id of the event, unique within its commit
 * @param eventName     stored name of the event
 * @param eventRevision revision of the event's shape; empty where none is declared
 * @param payload       the event as one JSON value; stored exactly as given
 * @param metadata      who recorded it and why; stored with sorted keys
 */
public record NewEvent(
        String streamType,
        String streamId,
        long sequence,
        String eventId,
        String eventName,
        String eventRevision,
        String payload,
        Map<String, String> metadata) {

    /** Copies the metadata and checks the stream's id and the sequence. */
    public NewEvent {
        int idBytes = streamId.getBytes(StandardCharsets.UTF_8).length;
        if (idBytes == 0 || idBytes > LedgerBounds.MAX_STREAM_ID_BYTES || streamId.indexOf('@') >= 0) {
            throw new IllegalArgumentException("a stream id has 1 to " + LedgerBounds.MAX_STREAM_ID_BYTES
                    + " bytes and no '@': " + streamId);
        }
        if (sequence < 0 || sequence > LedgerBounds.MAX_SEQUENCE) {
            throw new IllegalArgumentException("sequence out of range: " + sequence);
        }
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }
}
