package org.coordinationledger.ledger;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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

    /** A payload as a tree. */
    static JsonNode tree(String payload) {
        return JSON.readTree(payload);
    }

    /**
     * Reads an entry's text. The payload is not read, only found.
     *
     * @throws IllegalStateException if it is not an entry of a known format
     */
    static Entry parse(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            Entry entry = new Reading(text, json).entry();
            if (json.nextToken() != null) {
                throw new IllegalStateException("an entry is followed by something else");
            }
            return entry;
        } catch (JacksonException | DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IllegalStateException("an entry is not JSON, or a field is not of its kind", e);
        }
    }

    /** What was read of an entry so far. */
    private static final class Reading {
        private final String text;
        private final JsonParser json;
        private int format;
        private @Nullable String log;
        private long position = -1;
        private @Nullable Instant recordedAt;
        private long first = -1;
        private int count = -1;
        private boolean prevRead;
        private @Nullable Long prev;
        private @Nullable String streamType;
        private @Nullable String streamId;
        private long sequence = -1;
        private @Nullable String eventId;
        private @Nullable String eventName;
        private @Nullable String eventRevision;
        private @Nullable String payload;
        private @Nullable Map<String, String> metadata;

        Reading(String text, JsonParser json) {
            this.text = text;
            this.json = json;
        }

        Entry entry() {
            json.nextToken();
            fields(this::field);
            if (format != FORMAT) {
                throw new IllegalStateException("an entry has a format this version does not know: " + format);
            }
            if (position < 0 || first < 0 || count < 0 || sequence < 0 || !prevRead) {
                throw new IllegalStateException("an entry lacks position, commit, prev or sequence");
            }
            return new Entry(
                    required("log", log), position, required("recordedAt", recordedAt), first, count, prev,
                    required("stream type", streamType), required("stream id", streamId), sequence,
                    required("event id", eventId), required("event name", eventName),
                    required("event revision", eventRevision), required("payload", payload),
                    required("metadata", metadata), text);
        }

        private static <T> T required(String field, @Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("an entry lacks its " + field);
            }
            return value;
        }

        /** Has each field of an object read, from its opening brace to its closing one. */
        private void fields(Consumer<String> field) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IllegalStateException("an entry holds " + json.currentToken() + " where an object belongs");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                field.accept(name);
            }
        }

        private void field(String name) {
            switch (name) {
                case "format" -> format = Math.toIntExact(whole());
                case "log" -> log = string();
                case "position" -> position = whole();
                case "recordedAt" -> recordedAt = instant(string());
                case "commit" -> fields(this::commit);
                case "prev" -> {
                    prev = json.currentToken() == JsonToken.VALUE_NULL ? null : (Long) whole();
                    prevRead = true;
                }
                case "stream" -> fields(this::stream);
                case "event" -> fields(this::event);
                case "payload" -> payload = value();
                case "metadata" -> {
                    Map<String, String> all = new TreeMap<>();
                    fields(key -> all.put(key, string()));
                    metadata = all;
                }
                default -> json.skipChildren();
            }
        }

        private void commit(String name) {
            switch (name) {
                case "first" -> first = whole();
                case "count" -> count = Math.toIntExact(whole());
                default -> json.skipChildren();
            }
        }

        private void stream(String name) {
            switch (name) {
                case "type" -> streamType = string();
                case "id" -> streamId = string();
                case "sequence" -> sequence = whole();
                default -> json.skipChildren();
            }
        }

        private void event(String name) {
            switch (name) {
                case "id" -> eventId = string();
                case "name" -> eventName = string();
                case "revision" -> eventRevision = string();
                default -> json.skipChildren();
            }
        }

        private String string() {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new IllegalStateException("an entry holds " + json.currentToken() + " where text belongs");
            }
            return json.getString();
        }

        private long whole() {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new IllegalStateException("an entry holds " + json.currentToken() + " where a whole number belongs");
            }
            return json.getLongValue();
        }

        /** The exact text of the value that begins at the current token. */
        private String value() {
            int from = (int) json.currentTokenLocation().getCharOffset();
            json.skipChildren();
            json.finishToken();
            return text.substring(from, (int) json.currentLocation().getCharOffset());
        }
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
