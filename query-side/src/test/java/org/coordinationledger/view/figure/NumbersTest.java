package org.coordinationledger.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final Figure MEDIAN = Figure.median("median", "days");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_median_of_groups_is_that_of_all_their_values_in_a_row(long seed) {
        Random random = new Random(seed);
        for (int groups = 1; groups < 12; groups++) {
            List<Group> counted = new ArrayList<>();
            List<Integer> row = new ArrayList<>();
            for (int i = 0; i < groups; i++) {
                int value = random.nextInt(9);
                int times = 1 + random.nextInt(4);
                counted.add(group(value, Quality.EXACT, times));
                for (int t = 0; t < times; t++) {
                    row.add(value);
                }
            }
            int[] sorted = row.stream().mapToInt(Integer::intValue).sorted().toArray();
            double expected = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
            Number median = (Number) Numbers.value(MEDIAN, true, counted, null).value();
            assertThat(median.doubleValue()).as(Arrays.toString(sorted)).isEqualTo(expected);
        }
    }

    @Test
    void a_median_is_as_good_as_the_weakest_of_its_values() {
        FigureValue value = Numbers.value(
                MEDIAN, true, List.of(group(1, Quality.EXACT, 5), group(9, Quality.ABOUT, 1)), null);

        assertThat(value.value()).isEqualTo(1L);
        assertThat(value.quality()).isEqualTo(Quality.ABOUT);
    }

    @Test
    void there_is_no_median_of_records_without_a_value() {
        FigureValue value = Numbers.value(MEDIAN, true, List.of(new Group(List.of(), null, null, null, 3)), List.of());

        assertThat(value.value()).isNull();
        assertThat(value.compared()).isNull();
        assertThat(value.quality()).isEqualTo(Quality.NOT_STATED);
    }

    private static Group group(int value, Quality quality, long count) {
        return new Group(List.of(), new Quantity(BigDecimal.valueOf(value), quality, null), null, null, count);
    }
}
