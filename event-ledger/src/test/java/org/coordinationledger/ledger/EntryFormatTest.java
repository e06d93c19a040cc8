package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFormatTest {

    private static final String TEXT = EntryFormat.head("log-1", 7, Instant.parse("2020-03-03T01:02:03.456Z"), 6, 2, 5L)
            + EntryFormat.tail(new NewEvent(
                    "Cell", "c1", 3, "e1", "cell.held", "1", "{\"a\":[1.50,\"đ\"],\"b\":{}}", Map.of("actor", "p1")));

    @Test
    void an_entry_is_read_as_it_was_written_and_its_payload_as_the_very_text() {
        Entry entry = EntryFormat.parse(TEXT);

        assertThat(entry.json()).isEqualTo(TEXT);
        assertThat(entry.position()).isEqualTo(7);
        assertThat(entry.recordedAt()).isEqualTo(Instant.parse("2020-03-03T01:02:03.456Z"));
        assertThat(entry.payload()).isEqualTo("{\"a\":[1.50,\"đ\"],\"b\":{}}");
        assertThat(entry.metadata()).containsExactly(Map.entry("actor", "p1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"text\"", "null", "true", "[ 1 , 2 ]", "-0.10", "{\"a\" : 1 }"})
    void a_payload_of_any_kind_is_found(String payload) {
        assertThat(EntryFormat.parse(TEXT.replace("{\"a\":[1.50,\"đ\"],\"b\":{}}", payload)).payload())
                .isEqualTo(payload);
    }

    @Test
    void fields_that_a_later_version_added_are_passed_over() {
        Entry entry = EntryFormat.parse(TEXT.replace("\"sequence\":3", "\"sequence\":3,\"x\":{\"y\":[1]}"));

        assertThat(entry.sequence()).isEqualTo(3);
        assertThat(entry.eventName()).isEqualTo("cell.held");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60, 100, 150, 200, 250})
    void an_entry_that_was_cut_off_is_refused(int length) {
        assertThatThrownBy(() -> EntryFormat.parse(TEXT.substring(0, length)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"format\":1|\"format\":2",
        "\"format\":1,|''",
        "\"position\":7|\"position\":\"7\"",
        "\"position\":7|\"position\":-7",
        "\"position\":7|\"position\":7.5",
        "\"position\":7,|''",
        "2020-03-03T01|2020-13-03T01",
        "2020-03-03T01|yesterday",
        "\"prev\":5,|''",
        "\"prev\":5|\"prev\":\"5\"",
        "\"commit\":{\"first\":6,\"count\":2}|\"commit\":6",
        "\"first\":6,|''",
        "\"id\":\"c1\",|''",
        "\"id\":\"c1\"|\"id\":1",
        "\"name\":\"cell.held\",|''",
        "\"actor\":\"p1\"|\"actor\":1",
        "\"log\":\"log-1\"|\"log\":null",
    })
    void an_entry_that_lacks_a_field_or_holds_one_of_another_kind_is_refused(String as, String instead) {
        assertThat(TEXT).contains(as);
        assertThatThrownBy(() -> EntryFormat.parse(TEXT.replace(as, instead)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_entry_followed_by_something_else_is_refused() {
        assertThatThrownBy(() -> EntryFormat.parse(TEXT + "{}")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EntryFormat.parse("[" + TEXT + "]")).isInstanceOf(IllegalStateException.class);
    }
}
