package org.coordinationledger.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several records of one title is meant goes along with the title, and only with it. */
class RecordFieldTest {

    @Test
    void a_known_record_is_seen_by_its_title_alone() {
        String known = RecordField.typed("dp-1", "Chi bộ ấp 3 [cũ]");

        assertThat(known).isEqualTo("Chi bộ ấp 3 [cũ] [dp-1]");
        assertThat(RecordField.titleIn(known)).isEqualTo("Chi bộ ấp 3 [cũ]");
        assertThat(RecordField.idIn(known)).contains("dp-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Chi bộ ấp 3   | Chi bộ ấp 3 [c-3] | Chi bộ ấp 3 [c-3]",
        "' Chi bộ ấp 3 ' | Chi bộ ấp 3 [c-3] | Chi bộ ấp 3 [c-3]",
        "Chi bộ ấp 4   | Chi bộ ấp 3 [c-3] | Chi bộ ấp 4",
        "Chi bộ ấp 4 [c-4] | Chi bộ ấp 3 [c-3] | Chi bộ ấp 4 [c-4]",
        "Chi bộ ấp 3   | Chi bộ ấp 3       | Chi bộ ấp 3",
        "Chi bộ ấp 3   |                   | Chi bộ ấp 3",
        "''            | Chi bộ ấp 3 [c-3] | ''"
    })
    void it_is_meant_as_long_as_its_title_is_left_as_it_is(String seen, String known, String meant) {
        assertThat(RecordField.meant(seen, known)).isEqualTo(meant);
    }

    @Test
    void a_bare_id_in_brackets_is_shown_as_it_is() {
        assertThat(RecordField.titleIn("[c-3]")).isEqualTo("[c-3]");
        assertThat(RecordField.titleIn("ngày 3 [không rõ]")).isEqualTo("ngày 3 [không rõ]");
    }
}
