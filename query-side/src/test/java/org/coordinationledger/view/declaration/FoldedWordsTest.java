package org.coordinationledger.view.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldedWordsTest {

    @Test
    void words_are_compared_without_diacritics_case_and_signs() {
        assertThat(FoldedWords.of("Chi bộ ấp 3, xã Thông Bình")).containsExactly("chi", "bo", "ap", "3", "xa", "thong", "binh");
        assertThat(FoldedWords.of("ĐỒN BIÊN PHÒNG")).containsExactly("don", "bien", "phong");
        assertThat(FoldedWords.of("09-QĐ/TU")).containsExactly("09", "qd", "tu");
        assertThat(FoldedWords.of(" …–!  ")).isEmpty();
    }

    @Test
    void composed_and_decomposed_letters_are_the_same_words() {
        String composed = "Nghị quyết về phối hợp ở ấp Đường Thét";

        assertThat(FoldedWords.of(Normalizer.normalize(composed, Normalizer.Form.NFD)))
                .isEqualTo(FoldedWords.of(Normalizer.normalize(composed, Normalizer.Form.NFC)));
    }

    @Test
    void each_word_each_pair_and_each_text_is_kept_once() {
        assertThat(FoldedWords.kept(List.of("Ấp 3, ấp 4", "ấp 3")))
                .containsExactly("ap", "3", "4", "ap 3", "3 ap", "ap 4", "=ap 3 ap 4", "=ap 3");
    }

    @Test
    void what_is_kept_is_bounded_in_number_and_length() {
        String many = IntStream.range(0, 3_000).mapToObj(i -> "từ" + i).collect(Collectors.joining(" "));

        assertThat(FoldedWords.kept(List.of(many))).hasSize(2 * FoldedWords.MOST);
        assertThat(FoldedWords.of("á".repeat(500))).containsExactly("a".repeat(FoldedWords.LONGEST));
    }

    @Test
    void folded_words_are_letters_and_digits_whatever_is_folded() {
        Random random = new Random(20_260_101);
        for (int i = 0; i < 500; i++) {
            String any = random.ints(40, 1, 0x2_0000)
                    .filter(Character::isDefined)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(FoldedWords.of(any)).allSatisfy(word -> {
                assertThat(word.codePoints().allMatch(Character::isLetterOrDigit)).isTrue();
                assertThat(FoldedWords.of(word)).containsExactly(word);
            });
        }
    }
}
