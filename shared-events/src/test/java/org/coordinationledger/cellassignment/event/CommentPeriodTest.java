package org.coordinationledger.cellassignment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;

import java.time.LocalDate;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentPeriodTest {

    @Test
    void a_year_is_from_new_year_to_new_year() {
        assertThat(new CommentPeriod("2019").firstDay()).isEqualTo(day("2019-01-01"));
        assertThat(new CommentPeriod("2019").end()).isEqualTo(day("2020-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-Q1, 2019-01-01, 2019-04-01",
        "2019-Q2, 2019-04-01, 2019-07-01",
        "2019-Q3, 2019-07-01, 2019-10-01",
        "2019-Q4, 2019-10-01, 2020-01-01"
    })
    void a_quarter_is_three_months(String period, LocalDate firstDay, LocalDate end) {
        assertThat(new CommentPeriod(period).firstDay()).isEqualTo(firstDay);
        assertThat(new CommentPeriod(period).end()).isEqualTo(end);
        assertThat(new CommentPeriod(period)).hasToString(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2019-Q0", "2019-Q5", "2019-q1", "2019-01", "19", "1929", "2200", "2019 ", "２０１９"})
    void anything_else_is_no_period(String text) {
        assertThatThrownBy(() -> new CommentPeriod(text))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(new ValueRejection.ImpossibleDate(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1930", "2199-Q4"})
    void the_first_and_the_last_are_periods(String text) {
        assertThat(new CommentPeriod(text)).hasToString(text);
    }
}
