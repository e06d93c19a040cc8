package org.coordinationledger.ledger.testing;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads every stored document of a ledger and says what is wrong with it, and what differs from what callers were told.
 * It shares no code with the ledger: it reads documents and their texts as the entry format specifies them.
 */
public final class LedgerAudit {

    private static final int MOST_FAULTS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the caller of an append came to know. */
    public enum Told {
        /** Recorded, at a position. */
        ACKNOWLEDGED,
        /** Certainly not recorded. */
        REFUSED,
        /** Nothing: the process died, or said that it does not know. */
        NOTHING
    }

    /**
     * One append, as told outside of the process that made it.
     *
     * @param request  {@code <actor>/<request key>}
     * @param eventId  id of the first event, which no other append uses
     * @param told     what its caller came to know
     * @param position of its first entry; -1 unless acknowledged
     */
    public record Append(String request, String eventId, Told told, long position) {
    }

    private final List<String> faults = new ArrayList<>();
    private final Map<String, List<Long>> positionsOfEvents = new HashMap<>();
    private final Map<String, Long> firstsOfRequests = new HashMap<>();
    private final Map<String, Long> lastSequence = new HashMap<>();
    private final Map<String, Long> lastPosition = new HashMap<>();
    private long next;
    private long commits;
    private @Nullable Date recordedAt;
    private @Nullable String log;

    private LedgerAudit() {
    }

    /** Audits the ledger in this database, at majority. */
    public static LedgerAudit of(MongoDatabase database) {
        LedgerAudit audit = new LedgerAudit();
        database.getCollection("ledger").withReadConcern(ReadConcern.MAJORITY).find().sort(Sorts.ascending("_id"))
                .forEach(audit::read);
        return audit;
    }

    /** Compares the ledger with what the callers of these appends were told. */
    public LedgerAudit compare(Iterable<Append> appends) {
        for (Append append : appends) {
            List<Long> positions = positionsOfEvents.getOrDefault(append.eventId(), List.of());
            Long first = firstsOfRequests.get(append.request());
            switch (append.told()) {
                case ACKNOWLEDGED -> {
                    check(positions.equals(List.of(append.position())), "%s was acknowledged at %d but stands at %s",
                            append.eventId(), append.position(), positions);
                    check(Objects.equals(first, append.position()), "request %s was acknowledged at %d but is found at %s",
                            append.request(), append.position(), first);
                }
                case REFUSED -> check(positions.isEmpty(), "%s was refused but stands at %s", append.eventId(), positions);
                case NOTHING -> {
                    check(positions.size() <= 1, "%s stands more than once: %s", append.eventId(), positions);
                    check(positions.isEmpty() || positions.get(0).equals(first), "%s stands at %s but its request %s at %s",
                            append.eventId(), positions, append.request(), first);
                }
            }
        }
        return this;
    }

    /** Everything that is wrong, up to a bound; empty if nothing is. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Number of entries that the documents hold. */
    public long entries() {
        return positionsOfEvents.values().stream().mapToLong(List::size).sum();
    }

    /** Number of documents. */
    public long commits() {
        return commits;
    }

    private void read(Document commit) {
        commits++;
        long first = commit.getLong("_id");
        check(first >= next, "the commit at %d begins inside of the one before, which ends before %d", first, next);
        check(first <= next, "nothing stands at %d to %d", next, first - 1);
        List<String> streams = commit.getList("streams", String.class);
        List<String> entries = commit.getList("entries", String.class);
        check(!entries.isEmpty() && streams.size() == entries.size(), "the commit at %d has %d stream keys and %d entries",
                first, streams.size(), entries.size());
        Date time = commit.getDate("recordedAt");
        check(recordedAt == null || !time.before(recordedAt), "the commit at %d is recorded before its predecessor", first);
        recordedAt = time;
        String request = commit.getString("request");
        if (request != null) {
            Long other = firstsOfRequests.putIfAbsent(request, first);
            check(other == null, "request %s is recorded at %s and at %d", request, other, first);
        }
        for (int i = 0; i < Math.min(entries.size(), streams.size()); i++) {
            readEntry(commit, i, streams.get(i), JSON.readTree(entries.get(i)));
        }
        next = first + entries.size();
    }

    private void readEntry(Document commit, int index, String key, JsonNode entry) {
        long first = commit.getLong("_id");
        long position = first + index;
        equal(position, "position", position, entry.path("position").longValue());
        equal(position, "first", first, entry.path("commit").path("first").longValue());
        equal(position, "count", commit.getList("entries", String.class).size(), entry.path("commit").path("count").intValue());
        equal(position, "recordedAt", commit.getDate("recordedAt").toInstant(),
                Instant.parse(entry.path("recordedAt").stringValue("")));
        log = log == null ? entry.path("log").stringValue("") : log;
        equal(position, "log", log, entry.path("log").stringValue(""));

        String stream = entry.path("stream").path("id").stringValue("");
        long sequence = entry.path("stream").path("sequence").longValue();
        equal(position, "stream key", stream + "@" + String.format("%010d", sequence), key);
        Long sequenceBefore = lastSequence.put(stream, sequence);
        equal(position, "sequence in stream " + stream, sequenceBefore == null ? 0 : sequenceBefore + 1, sequence);
        Long positionBefore = lastPosition.put(stream, position);
        JsonNode prev = entry.path("prev");
        equal(position, "prev", positionBefore, prev.isNull() ? null : prev.longValue());

        Map<String, String> metadata = new TreeMap<>();
        entry.path("metadata").properties().forEach(each -> metadata.put(each.getKey(), each.getValue().stringValue()));
        if (metadata.containsKey("actor") && metadata.containsKey("requestKey")) {
            equal(position, "request", metadata.get("actor") + "/" + metadata.get("requestKey"), commit.getString("request"));
        }
        positionsOfEvents.computeIfAbsent(entry.path("event").path("id").stringValue(""), id -> new ArrayList<>()).add(position);
    }

    private void equal(long position, String what, @Nullable Object expected, @Nullable Object found) {
        check(Objects.equals(asLong(expected), asLong(found)), "at %d, %s is %s and should be %s",
                position, what, found, expected);
    }

    private static @Nullable Object asLong(@Nullable Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    private void check(boolean holds, String fault, @Nullable Object... words) {
        if (!holds && faults.size() < MOST_FAULTS) {
            faults.add(String.format(fault, words));
        }
    }
}
