package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The format of entries, byte by byte. The vectors were written once and MUST NOT change: ledgers hold such entries for
 * ever, and auditors' tools test themselves with the same file.
 */
class EntryVectorsTest {

    static final String VECTORS = "/vectors/entries-format-1.json";

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream file = EntryVectorsTest.class.getResourceAsStream(VECTORS)) {
            return JsonMapper.shared().readTree(file).required("vectors").valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void an_entry_is_rendered_to_exactly_these_bytes(JsonNode vector) {
        assertThat(render(vector.required("input"))).isEqualTo(vector.required("entry").stringValue());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void an_entry_of_these_bytes_has_this_leaf_hash(JsonNode vector) {
        Entry entry = EntryFormat.parse(vector.required("entry").stringValue());

        assertThat(entry.bytes()).hasSize(vector.required("bytes").intValue());
        assertThat(HexFormat.of().formatHex(entry.leafHash())).isEqualTo(vector.required("leafHash").stringValue());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void an_entry_of_these_bytes_is_read_as_it_was_given(JsonNode vector) {
        JsonNode input = vector.required("input");
        Entry entry = EntryFormat.parse(vector.required("entry").stringValue());

        assertThat(entry.logId()).isEqualTo(input.required("log").stringValue());
        assertThat(entry.position()).isEqualTo(input.required("position").longValue());
        assertThat(entry.recordedAt()).isEqualTo(Instant.parse(input.required("recordedAt").stringValue()));
        assertThat(entry.commitFirst()).isEqualTo(input.required("commitFirst").longValue());
        assertThat(entry.commitCount()).isEqualTo(input.required("commitCount").intValue());
        assertThat(entry.prev()).isEqualTo(prev(input));
        assertThat(entry.streamType()).isEqualTo(input.required("streamType").stringValue());
        assertThat(entry.streamId()).isEqualTo(input.required("streamId").stringValue());
        assertThat(entry.sequence()).isEqualTo(input.required("sequence").longValue());
        assertThat(entry.eventId()).isEqualTo(input.required("eventId").stringValue());
        assertThat(entry.eventName()).isEqualTo(input.required("eventName").stringValue());
        assertThat(entry.eventRevision()).isEqualTo(input.required("eventRevision").stringValue());
        assertThat(entry.payload()).isEqualTo(input.required("payload").stringValue());
        assertThat(entry.payloadTree()).isEqualTo(EXACT.readTree(entry.payload()));
        assertThat(entry.metadata()).isEqualTo(metadata(input));
    }

    /** Renders a vector's input as the writer and the committer do between them. */
    static String render(JsonNode input) {
        NewEvent event = new NewEvent(
                input.required("streamType").stringValue(), input.required("streamId").stringValue(),
                input.required("sequence").longValue(), input.required("eventId").stringValue(),
                input.required("eventName").stringValue(), input.required("eventRevision").stringValue(),
                input.required("payload").stringValue(), metadata(input));
        String head = EntryFormat.head(input.required("log").stringValue(), input.required("position").longValue(),
                Instant.parse(input.required("recordedAt").stringValue()), input.required("commitFirst").longValue(),
                input.required("commitCount").intValue(), prev(input));
        return head + EntryFormat.tail(event);
    }

    private static Long prev(JsonNode input) {
        return input.required("prev").isNull() ? null : Long.valueOf(input.required("prev").longValue());
    }

    private static Map<String, String> metadata(JsonNode input) {
        Map<String, String> metadata = new TreeMap<>();
        input.required("metadata").properties().forEach(field -> metadata.put(field.getKey(), field.getValue().stringValue()));
        return metadata;
    }
}
