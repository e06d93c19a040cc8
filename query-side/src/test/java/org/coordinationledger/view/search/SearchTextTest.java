package org.coordinationledger.view.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Days and months are known however they are written, and neither is taken for the other. */
class SearchTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("Chi bộ ấp 3 · 05/2018", Set.of(), Set.of("2018-05")),
                Arguments.of("ap 3 5/2018", Set.of(), Set.of("2018-05")),
                Arguments.of("Cell 3 · May 2018", Set.of(), Set.of("2018-05")),
                Arguments.of("2018-05", Set.of(), Set.of("2018-05")),
                Arguments.of("13/2018", Set.of(), Set.of()),
                Arguments.of("ấp 2018", Set.of(), Set.of()),
                Arguments.of("01/05/2018", Set.of("2018-05-01"), Set.of()),
                Arguments.of("2018-05-01", Set.of("2018-05-01"), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void days_and_months_are_known(String typed, Set<String> days, Set<String> months) {
        SearchText text = SearchText.of(typed).orElseThrow();

        assertThat(text.days()).isEqualTo(days);
        assertThat(text.months()).isEqualTo(months);
    }
}
