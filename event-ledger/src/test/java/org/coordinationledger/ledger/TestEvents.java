package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events without any meaning, for tests of the ledger. */
final class TestEvents {

    private TestEvents() {
    }

    static NewEvent event(String streamId, long sequence) {
        return event(streamId, sequence, "{\"n\":" + sequence + "}", Map.of());
    }

    static NewEvent event(String streamId, long sequence, String payload, Map<String, String> metadata) {
        return new NewEvent("Thing", streamId, sequence, UUID.randomUUID().toString(), "thing.changed", "1", payload, metadata);
    }

    /** Consecutive events of one stream. */
    static List<NewEvent> events(String streamId, long firstSequence, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(streamId, firstSequence + i));
        }
        return events;
    }

    /** One event that carries a request key and a command digest. */
    static List<NewEvent> requested(String streamId, long sequence, String actor, String key, String digest) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(LedgerMetadata.ACTOR, actor);
        metadata.put(LedgerMetadata.REQUEST_KEY, key);
        metadata.put(LedgerMetadata.COMMAND_DIGEST, digest);
        return List.of(event(streamId, sequence, "{}", metadata));
    }

    /** A read set of one stream, read with nothing known of the tail. */
    static ReadSet read(String streamId, long lastSequence) {
        ReadSet reads = new ReadSet();
        reads.note(streamId, lastSequence, -1);
        return reads;
    }
}
