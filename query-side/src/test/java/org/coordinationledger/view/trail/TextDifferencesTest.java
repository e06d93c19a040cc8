package org.coordinationledger.view.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.coordinationledger.view.trail.TextDifferences.Change;
import org.coordinationledger.view.trail.TextDifferences.Compared;
import org.coordinationledger.view.trail.TextDifferences.Line;
import org.coordinationledger.view.trail.TextDifferences.Outcome;
import org.coordinationledger.view.trail.TextDifferences.Part;
import org.junit.jupiter.api.Test;

class TextDifferencesTest {

    private static Compared between(String before, String after) {
        return TextDifferences.between(utf8(before), utf8(after));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String without(Change change, Line line) {
        return line.parts().stream()
                .filter(part -> part.change() != change)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    @Test
    void a_changed_line_tells_the_words_that_went_and_came() {
        Compared compared = between(
                "Điều 1. Phối hợp\nHai bên họp mỗi quý một lần.\nĐiều 3. Hiệu lực",
                "Điều 1. Phối hợp\nHai bên họp mỗi tháng một lần.\nĐiều 3. Hiệu lực");

        assertThat(compared.outcome()).isEqualTo(Outcome.COMPARED);
        assertThat(compared.lines()).containsExactly(new Line(2, 2, List.of(
                new Part(Change.SAME, "Hai bên họp mỗi "),
                new Part(Change.REMOVED, "quý "),
                new Part(Change.ADDED, "tháng "),
                new Part(Change.SAME, "một lần."))));
    }

    @Test
    void lines_that_were_added_or_removed_have_one_number_each() {
        assertThat(between("một\nba", "một\nhai\nba").lines())
                .containsExactly(new Line(null, 2, List.of(new Part(Change.ADDED, "hai"))));
        assertThat(between("một\nhai\nba", "một\nba").lines())
                .containsExactly(new Line(2, null, List.of(new Part(Change.REMOVED, "hai"))));
    }

    @Test
    void what_is_not_added_is_how_it_was_and_what_is_not_removed_how_it_is() {
        Random random = new Random(20260101);
        for (int round = 0; round < 300; round++) {
            String before = text(random);
            String after = text(random);
            List<String> old = List.of(before.split("\n", -1));
            List<String> now = List.of(after.split("\n", -1));
            for (Line line : between(before, after).lines()) {
                if (line.before() != null) {
                    assertThat(without(Change.ADDED, line)).isEqualTo(old.get(line.before() - 1));
                }
                if (line.after() != null) {
                    assertThat(without(Change.REMOVED, line)).isEqualTo(now.get(line.after() - 1));
                }
            }
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1, 40), 0, 5)
                .mapToObj(n -> List.of("đồn", "xã", " ", "\n", ", ").get(n))
                .collect(Collectors.joining());
    }

    @Test
    void ends_of_lines_that_changed_are_seen() {
        assertThat(between("Điều 1\r\n", "Điều 1\n").lines()).containsExactly(new Line(
                1, 1, List.of(new Part(Change.SAME, "Điều 1"), new Part(Change.REMOVED, "\r"))));
    }

    @Test
    void texts_over_a_size_are_not_worked_on() {
        String large = "đ".repeat(TextDifferences.MOST_BYTES / 2);
        assertThat(between(large, large + "x").outcome()).isEqualTo(Outcome.TOO_LARGE);
        assertThat(between("a", "\n".repeat(TextDifferences.MOST_LINES)).outcome()).isEqualTo(Outcome.TOO_LARGE);
        String longLine = "từ ".repeat(TextDifferences.MOST_WORDS);
        assertThat(between(longLine, longLine + "x").lines()).containsExactly(new Line(
                1, 1, List.of(new Part(Change.REMOVED, longLine), new Part(Change.ADDED, longLine + "x"))));
    }

    @Test
    void of_what_is_no_text_it_is_only_said_that_they_differ() {
        assertThat(between("%PDF-1.7 …", "văn bản").outcome()).isEqualTo(Outcome.NOT_TEXT);
        assertThat(between("a\u0000b", "văn bản").outcome()).isEqualTo(Outcome.NOT_TEXT);
        assertThat(TextDifferences.between(new byte[] {(byte) 0xC3}, utf8("văn bản")).outcome())
                .isEqualTo(Outcome.NOT_TEXT);
    }

    @Test
    void texts_that_differ_everywhere_are_compared_in_a_bounded_time() {
        String before = lines(TextDifferences.MOST_LINES, "cũ");
        String after = lines(TextDifferences.MOST_LINES, "mới");

        assertThat(between(before, after).lines().size()).isEqualTo(TextDifferences.MOST_LINES);
    }

    private static String lines(int many, String word) {
        StringBuilder lines = new StringBuilder(word + 0);
        for (int i = 1; i < many; i++) {
            lines.append('\n').append(word).append(i);
        }
        return lines.toString();
    }
}
