package org.coordinationledger.console.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.record.RecordComparison.Change;
import org.junit.jupiter.api.Test;

/** What two states do not have in common is told once, and what they have in common not at all. */
class RecordComparisonTest {

    private static StateRow line(String path, String label, String... says) {
        return new StateRow(path, label, Arrays.stream(says).map(Piece::of).toList(), List.of());
    }

    private static StateRow visits(String... days) {
        List<StateRow> parts = new ArrayList<>();
        for (int place = 1; place <= days.length; place++) {
            String path = "visits." + place;
            parts.add(new StateRow(path, Integer.toString(place), List.of(), List.of(
                    line(path + ".day", "Ngày", days[place - 1]), line(path + ".by", "Người", "DV-1"))));
        }
        return new StateRow("visits", "Lượt thăm", List.of(), parts);
    }

    private static List<String> changes(StateRow before, StateRow after) {
        return RecordComparison.changes(List.of(before), List.of(after)).stream()
                .map(RecordComparisonTest::told)
                .toList();
    }

    private static String told(Change change) {
        return change.label() + ": " + told(change.before()) + " → " + told(change.after());
    }

    private static String told(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining("; "));
    }

    @Test
    void a_line_that_says_something_else_is_told_before_and_after() {
        assertThat(changes(line("stage", "Giai đoạn", "dự thảo"), line("stage", "Giai đoạn", "đã ký")))
                .containsExactly("Giai đoạn: dự thảo → đã ký");
    }

    @Test
    void of_a_list_of_words_only_what_came_and_what_went_is_told() {
        assertThat(changes(line("households", "Hộ", "HO-1", "HO-2", "HO-3"), line("households", "Hộ", "HO-2", "HO-3", "HO-4")))
                .containsExactly("Hộ: HO-1 → HO-4");
    }

    @Test
    void a_list_in_another_order_is_told_whole() {
        assertThat(changes(line("by", "Bên", "A", "B"), line("by", "Bên", "B", "A"))).containsExactly("Bên: A; B → B; A");
    }

    @Test
    void a_part_that_came_is_one_line_wherever_it_stands() {
        assertThat(changes(visits("01/02", "01/03"), visits("01/01", "01/02", "01/03")))
                .containsExactly("Lượt thăm › 1:  → Ngày: 01/01; Người: DV-1");
    }

    @Test
    void a_part_that_went_is_one_line() {
        assertThat(changes(visits("01/01", "01/02", "01/03"), visits("01/01", "01/03")))
                .containsExactly("Lượt thăm › 2: Ngày: 01/02; Người: DV-1 → ");
    }

    @Test
    void a_list_that_came_or_went_as_a_whole_is_told_part_by_part() {
        List<StateRow> both = List.of(visits("01/01", "01/02"));
        assertThat(RecordComparison.changes(List.of(), both).stream().map(RecordComparisonTest::told))
                .containsExactly("Lượt thăm › 1:  → Ngày: 01/01; Người: DV-1", "Lượt thăm › 2:  → Ngày: 01/02; Người: DV-1");
        assertThat(RecordComparison.changes(both, List.of()).stream().map(RecordComparisonTest::told))
                .containsExactly("Lượt thăm › 1: Ngày: 01/01; Người: DV-1 → ", "Lượt thăm › 2: Ngày: 01/02; Người: DV-1 → ");
    }

    @Test
    void of_a_part_that_changed_only_its_changed_line_is_told() {
        assertThat(changes(visits("01/01", "01/02"), visits("01/01", "15/02")))
                .containsExactly("Lượt thăm › 2 › Ngày: 01/02 → 15/02");
    }

    @Test
    void states_that_say_the_same_do_not_differ() {
        assertThat(changes(visits("01/01", "01/02"), visits("01/01", "01/02"))).isEmpty();
    }
}
