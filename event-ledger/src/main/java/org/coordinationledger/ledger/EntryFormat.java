package org.coordinationledger.ledger;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of an entry, format 1. The committer's fields come first, so that a writer renders the rest beforehand; see
 * {@code docs/reference/entry-format.md}.
 */
final class EntryFormat {

    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final DateTimeFormatter MILLISECONDS_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EntryFormat() {
    }

    /** What the writer knows: everything after {@code prev}, without the comma before it. */
    static String tail(NewEvent event) {
        StringWriter text = new StringWriter(256 + event.payload().length());
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeName("stream");
            json.writeStartObject();
            json.writeStringProperty("type", event.streamType());
            json.writeStringProperty("id", event.streamId());
            json.writeNumberProperty("sequence", event.sequence());
            json.writeEndObject();
            json.writeName("event");
            json.writeStartObject();
            json.writeStringProperty("id", event.eventId());
            json.writeStringProperty("name", event.eventName());
            json.writeStringProperty("revision", event.eventRevision());
            json.writeEndObject();
            json.writeName("payload");
            json.writeRawValue(event.payload());
            json.writeName("metadata");
            json.writeStartObject();
            event.metadata().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString().substring(1);
    }

    /** What the committer knows: everything up to {@code prev}, with the comma after it. Six ASCII fields. */
    static String head(String logId, long position, Instant recordedAt, long first, int count, @Nullable Long prev) {
        return "{\"format\":" + FORMAT + ",\"log\":\"" + logId + "\",\"position\":" + position + ",\"recordedAt\":\""
                + MILLISECONDS_UTC.format(recordedAt) + "\",\"commit\":{\"first\":" + first + ",\"count\":" + count
                + "},\"prev\":" + prev + ",";
    }

    /** The most bytes that {@link #head} can take in this ledger. */
    static int greatestHead(String logId) {
        return head(logId, Long.MAX_VALUE, Instant.EPOCH, Long.MAX_VALUE, LedgerBounds.MAX_COMMIT_ENTRIES,
                Long.MAX_VALUE).length();
    }

    /**
     * Bytes of a text in UTF-8.
     *
     * @throws IllegalArgumentException if it holds half of a surrogate pair, which has no UTF-8 form
     */
    static int utf8Length(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return bytes.remaining();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("an entry holds text that is not well-formed Unicode", e);
        }
    }

    /**
     * Checks that a payload is one JSON value.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void checkJson(String payload) {
        try {
            if (JSON.readTree(payload).isMissingNode()) {
                throw new IllegalArgumentException("the payload is empty");
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the payload is not one JSON value", e);
        }
    }

    /**
     * Reads an entry's text.
     *
     * @throws IllegalStateException if it is not an entry of a known format
     */
    static Entry parse(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalStateException("an entry is not JSON", e);
        }
        if (json.path("format").intValue(0) != FORMAT) {
            throw new IllegalStateException("an entry has a format this version does not know: " + json.path("format"));
        }
        JsonNode commit = json.required("commit");
        JsonNode stream = json.required("stream");
        JsonNode event = json.required("event");
        JsonNode prev = json.required("prev");
        Map<String, String> metadata = new TreeMap<>();
        json.required("metadata").properties().forEach(field -> metadata.put(field.getKey(), field.getValue().stringValue()));
        return new Entry(
                json.required("log").stringValue(),
                json.required("position").longValue(),
                instant(json.required("recordedAt").stringValue()),
                commit.required("first").longValue(),
                commit.required("count").intValue(),
                prev.isNull() ? null : prev.longValue(),
                stream.required("type").stringValue(),
                stream.required("id").stringValue(),
                stream.required("sequence").longValue(),
                event.required("id").stringValue(),
                event.required("name").stringValue(),
                event.required("revision").stringValue(),
                json.required("payload"),
                metadata,
                text);
    }

    /** What {@link #MILLISECONDS_UTC} wrote; read by hand, since a tenth of all reading went into a general parser. */
    private static Instant instant(String text) {
        boolean asWritten = text.length() == 24
                && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T' && text.charAt(13) == ':'
                && text.charAt(16) == ':' && text.charAt(19) == '.' && text.charAt(23) == 'Z';
        if (!asWritten) {
            return Instant.parse(text);
        }
        return LocalDateTime.of(
                        number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
                        number(text, 14, 16), number(text, 17, 19), 1_000_000 * number(text, 20, 23))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
