package org.coordinationledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** What is read is what was written, never something near it. */
class EventJsonTest {

    private final JsonMapper json = EventJson.mapper();

    record Sheet(LocalDate day, int year) {}

    @Test
    void a_day_is_read_from_its_text() {
        Sheet sheet = json.readValue("{\"day\":\"2018-05-31\",\"year\":2018}", Sheet.class);

        assertThat(sheet).isEqualTo(new Sheet(LocalDate.of(2018, 5, 31), 2018));
        assertThat(json.writeValueAsString(sheet)).isEqualTo("{\"day\":\"2018-05-31\",\"year\":2018}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2018,5,31]", "20180531", "true", "{}", "\"\"", "\" 2018-05-31 \"", "\"2018-05-31T00:00:00\"",
                "\"2018-05-31T00:00:00Z\"", "\"2018-02-30\"", "\"31/05/2018\""
            })
    void nothing_else_is_a_day(String wrong) {
        assertThatThrownBy(() -> json.readValue("{\"day\":" + wrong + ",\"year\":2018}", Sheet.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018.5", "2018.0", "2.018E3", "\"2018\""})
    void no_number_is_rounded(String wrong) {
        assertThatThrownBy(() -> json.readValue("{\"day\":\"2018-05-31\",\"year\":" + wrong + "}", Sheet.class))
                .hasMessageContaining("year");
    }
}
