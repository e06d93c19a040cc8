package org.coordinationledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.coordinationledger.demo.Scenario.ExpectedFigure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FigureReadingTest {

    private static FigureReading reading(String expected, @Nullable String quality, String actual, @Nullable String of) {
        JsonMapper json = JsonMapper.shared();
        ExpectedFigure figure = new ExpectedFigure(
                "figure", "province", LocalDate.of(2020, 3, 3), null, json.readTree(expected), quality, null);
        return new FigureReading("dong-thap", figure, json.readTree(actual), of, "now");
    }

    @Test
    void numbers_agree_by_value_and_not_by_how_they_are_written() {
        assertThat(reading("2.0", null, "2", null).agrees()).isTrue();
        assertThat(reading("90.364", null, "\"90.364\"", null).agrees()).isTrue();
        assertThat(reading("66", null, "65", null).agrees()).isFalse();
        assertThat(reading("66", null, "null", null).agrees()).isFalse();
    }

    @Test
    void lists_agree_whatever_their_order() {
        assertThat(reading("[\"04\",\"681-CT/ĐU\"]", null, "[\"681-CT/ĐU\",\"04\"]", null).agrees()).isTrue();
        assertThat(reading("[\"04\"]", null, "[]", null).agrees()).isFalse();
    }

    @Test
    void a_figure_must_be_as_good_as_its_source_says() {
        assertThat(reading("80000", "about", "80000", "about").agrees()).isTrue();
        assertThat(reading("80000", "about", "80000", "exact").agrees()).isFalse();
    }

    @Test
    void the_json_names_a_figure_as_the_scenario_does() {
        assertThat(reading("66", null, "66", "exact").json().toString())
                .isEqualTo("{\"scenario\":\"dong-thap\",\"figure\":\"figure\",\"scope\":\"province\","
                        + "\"effectiveOn\":\"2020-03-03\",\"comparedWith\":null,\"knownOn\":\"now\","
                        + "\"expected\":66,\"actual\":66}");
    }
}
