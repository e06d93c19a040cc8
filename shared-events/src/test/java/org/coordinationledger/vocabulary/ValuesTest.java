package org.coordinationledger.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.member.event.Rating;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is valid, or cannot exist. */
class ValuesTest {

    static List<Function<String, RecordId>> ids() {
        return List.of(
                OrganisationId::new,
                MemberId::new,
                BasisDocumentId::new,
                BriefingId::new,
                CellMeetingId::new,
                CellAssignmentId::new,
                AgreementId::new,
                HouseholdAssignmentId::new,
                CommitteeAppointmentId::new,
                WorkingGroupId::new,
                InformationExchangeId::new,
                OutreachSessionId::new,
                SupportActivityId::new,
                TrainingCourseId::new,
                HandoverId::new,
                ReminderId::new,
                ProgrammeId::new,
                ReviewId::new,
                ProposalId::new,
                HouseholdAssignmentId::new,
                CommitteeAppointmentId::new,
                WorkingGroupId::new);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_id_is_letters_digits_and_hyphens_and_shows_as_itself(Function<String, RecordId> id) {
        String longest = "a".repeat(64);
        assertThat(id.apply("Post-01")).hasToString("Post-01");
        assertThat(id.apply(longest).value()).isEqualTo(longest);
        for (String wrong : List.of("", "post@1", "post:1", "post/1", "post 1", "đồn", "post\n", "a".repeat(65))) {
            assertThat(rejection(() -> id.apply(wrong)))
                    .isEqualTo(new ValueRejection.MalformedId(ValueRejection.excerpt(wrong)));
        }
    }

    @Test
    void a_figure_is_named_as_in_addresses_and_a_part_as_an_id() {
        assertThat(new FigureName("cells2Covered")).hasToString("cells2Covered");
        for (String wrong : List.of("", "Cells", "2cells", "cells-covered", "a".repeat(61))) {
            assertThat(rejection(() -> new FigureName(wrong)))
                    .isEqualTo(new ValueRejection.MalformedFigureName(ValueRejection.excerpt(wrong)));
        }
        assertThat(new PartKey("cells-2")).hasToString("cells-2");
        assertThat(rejection(() -> new PartKey("cells 2"))).isEqualTo(new ValueRejection.MalformedId("cells 2"));
    }

    @Test
    void text_in_two_encodings_is_not_two_texts() {
        String composed = "Đồn Biên phòng";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);

        assertThat(new Name(composed).value()).isEqualTo(composed);
        assertThat(rejection(() -> new Name(decomposed)))
                .isEqualTo(new ValueRejection.NotNormalized(ValueRejection.excerpt(decomposed)));
        assertThat(rejection(() -> new MemberCode(Normalizer.normalize("Đồ-1", Normalizer.Form.NFD))))
                .isInstanceOf(ValueRejection.NotNormalized.class);
    }

    @Test
    void white_space_around_text_is_not_part_of_it() {
        assertThat(new Name("  Đồn  ").value()).isEqualTo("Đồn");
        assertThat(rejection(() -> new Name(" \t\n"))).isEqualTo(new ValueRejection.Blank(""));
        assertThat(rejection(() -> new Reason(""))).isEqualTo(new ValueRejection.Blank(""));
    }

    @Test
    void text_has_a_longest_length() {
        assertThat(new Name("n".repeat(200)).value()).hasSize(200);
        assertThat(rejection(() -> new Name("n".repeat(201)))).isEqualTo(new ValueRejection.TooLong(201, 200));
        assertThat(rejection(() -> new Reason("n".repeat(2_001)))).isEqualTo(new ValueRejection.TooLong(2_001, 2_000));
        assertThat(rejection(() -> new Subject("n".repeat(1_001)))).isEqualTo(new ValueRejection.TooLong(1_001, 1_000));
        assertThat(rejection(() -> new MemberCode("n".repeat(41)))).isEqualTo(new ValueRejection.TooLong(41, 40));
        assertThat(rejection(() -> new DocumentNumber("n".repeat(61)))).isEqualTo(new ValueRejection.TooLong(61, 60));
    }

    @Test
    void control_characters_and_half_characters_are_refused_and_line_breaks_are_not() {
        assertThat(rejection(() -> new Reason("a\u0000b"))).isEqualTo(new ValueRejection.ForbiddenCharacter("U+0000"));
        assertThat(rejection(() -> new Reason("a\u0085b"))).isEqualTo(new ValueRejection.ForbiddenCharacter("U+0085"));
        assertThat(rejection(() -> new Reason("a" + (char) 0xD83D + "b")))
                .isEqualTo(new ValueRejection.ForbiddenCharacter("U+D83D"));
        assertThat(new Reason("một\nhai\tba").value()).isEqualTo("một\nhai\tba");
    }

    @Test
    void names_and_codes_stand_on_one_line() {
        for (String character : List.of("\n", "\r", "\t", "\u2028", "\u2029")) {
            String escaped = "U+%04X".formatted((int) character.charAt(0));
            ValueRejection.ForbiddenCharacter forbidden = new ValueRejection.ForbiddenCharacter(escaped);
            assertThat(rejection(() -> new MemberCode("DV" + character + "1"))).isEqualTo(forbidden);
            assertThat(rejection(() -> new Name("Đồn" + character + "1"))).isEqualTo(forbidden);
            assertThat(rejection(() -> new PersonalData.Clear("A" + character + "B", null, null)))
                    .isEqualTo(forbidden);
        }
        assertThat(new PersonalData.Clear("A", "B", "một\nhai").contact()).isEqualTo("một\nhai");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x200B, 0x202E, 0x2066, 0xFEFF, 0x00AD})
    void no_character_that_shows_nothing_makes_one_text_look_like_another(int character) {
        String text = "DV" + Character.toString(character) + "1";
        ValueRejection.ForbiddenCharacter forbidden =
                new ValueRejection.ForbiddenCharacter("U+%04X".formatted(character));

        assertThat(rejection(() -> new MemberCode(text))).isEqualTo(forbidden);
        assertThat(rejection(() -> new Reason(text))).isEqualTo(forbidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09-QĐ/TU", "3223-CV/TU", "01/CT-TTg", "Đề án 825", "04-QC/PH", "33/2018/QH14", "7 (b)"})
    void numbers_are_as_they_stand_on_documents(String number) {
        assertThat(new DocumentNumber(number)).hasToString(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09@TU", "09:TU", "<b>", "a;b", "a\nb", "a\"b"})
    void other_signs_are_in_no_number(String number) {
        assertThat(rejection(() -> new DocumentNumber(number))).isEqualTo(new ValueRejection.MalformedNumber(number));
    }

    @Test
    void a_day_is_between_1930_and_2200() {
        assertThat(Dates.plausible("day", day("1930-01-01"))).isEqualTo(day("1930-01-01"));
        assertThat(Dates.plausible("day", day("2200-12-31"))).isEqualTo(day("2200-12-31"));
        assertThat(rejection(() -> Dates.plausible("day", day("1929-12-31"))))
                .isEqualTo(new ValueRejection.ImpossibleDate("1929-12-31"));
        assertThat(rejection(() -> Dates.plausible("day", day("2201-01-01"))))
                .isEqualTo(new ValueRejection.ImpossibleDate("2201-01-01"));
        assertThat(rejection(() -> Dates.plausible("day", null))).isEqualTo(new ValueRejection.Missing("day"));
    }

    @Test
    void last_days_and_years_are_within_the_same_bounds() {
        assertThat(rejection(() -> new OrganisationEvent.TermOpened(
                        day("2015-01-01"), new TermName("2015–2020"), LocalDate.MAX)))
                .isEqualTo(new ValueRejection.ImpossibleDate(LocalDate.MAX.toString()));
        assertThat(rejection(() -> issued(LocalDate.MAX)))
                .isEqualTo(new ValueRejection.ImpossibleDate(LocalDate.MAX.toString()));
        assertThat(issued(day("2200-12-31")).lastDay()).isEqualTo(day("2200-12-31"));
        assertThat(rejection(() -> rated(Integer.MAX_VALUE)))
                .isEqualTo(new ValueRejection.ImpossibleDate("2147483647"));
        assertThat(rejection(() -> rated(1929))).isEqualTo(new ValueRejection.ImpossibleDate("1929"));
        assertThat(rated(2018).year()).isEqualTo(2018);
    }

    @Test
    void a_sum_of_the_largest_figures_has_no_limit_that_it_could_reach() {
        Quantity largest = quantity("9".repeat(30));

        assertThat(largest.times(1_000_000_000L).plus(largest.times(1_000_000_000L)).value())
                .isEqualTo(new BigDecimal("9".repeat(30)).multiply(new BigDecimal(2_000_000_000L)));
        assertThat(rejection(() -> quantity("1" + "0".repeat(30)))).isEqualTo(new ValueRejection.TooLong(31, 30));
    }

    @Test
    void zeros_before_a_number_and_small_letters_are_ways_of_writing() {
        assertThat(new DocumentNumber("020-qđ/tu").compared()).isEqualTo(new DocumentNumber("20-QĐ/TU").compared());
        assertThat(new DocumentNumber("02-QĐ/TU").compared()).isNotEqualTo(new DocumentNumber("20-QĐ/TU").compared());
        assertThat(new DocumentNumber("Đề án 0825").compared()).isEqualTo("ĐỀ ÁN 0825");
    }

    @Test
    void a_quantity_is_not_negative_and_has_one_form() {
        assertThat(quantity("0.30")).isEqualTo(quantity("0.3"));
        assertThat(quantity("8E+4").value()).isEqualTo(new BigDecimal("80000"));
        assertThat(quantity("0.000").value()).isEqualTo(BigDecimal.ZERO);
        assertThat(rejection(() -> quantity("-0.1"))).isEqualTo(new ValueRejection.NegativeQuantity("-0.1"));
        assertThat(rejection(() -> quantity("1E+400"))).isEqualTo(new ValueRejection.TooLong(401, 30));
        assertThat(rejection(() -> quantity("1E+999999999"))).isInstanceOf(ValueRejection.TooLong.class);
        assertThat(rejection(() -> quantity("-1E+999999999"))).isInstanceOf(ValueRejection.TooLong.class);
        assertThat(rejection(() -> quantity("0.0000001"))).isInstanceOf(ValueRejection.TooLong.class);
    }

    @Test
    void a_sum_is_as_good_as_its_weakest_part() {
        Quantity about = new Quantity(new BigDecimal("1500"), Quality.ABOUT, "khoảng 1.500");
        Quantity hundreds = new Quantity(new BigDecimal("300"), Quality.HUNDREDS, "hàng trăm");

        assertThat(quantity("13").plus(about)).isEqualTo(new Quantity(new BigDecimal("1513"), Quality.ABOUT, null));
        assertThat(about.plus(hundreds)).isEqualTo(new Quantity(new BigDecimal("1800"), Quality.HUNDREDS, null));
        assertThat(quantity("1").plus(quantity("2")).quality()).isEqualTo(Quality.EXACT);
        for (Quality one : Quality.values()) {
            for (Quality other : Quality.values()) {
                assertThat(one.orWeaker(other)).isEqualTo(other.orWeaker(one));
                assertThat(one.orWeaker(other).ordinal()).isEqualTo(Math.max(one.ordinal(), other.ordinal()));
            }
        }
    }

    @Test
    void a_list_has_most_elements_and_no_holes() {
        assertThat(Bounded.list("bases", null, 2)).isEmpty();
        assertThat(Bounded.list("bases", List.of(1, 2), 2)).containsExactly(1, 2);
        assertThat(rejection(() -> Bounded.list("bases", List.of(1, 2, 3), 2)))
                .isEqualTo(new ValueRejection.TooMany(3, 2));
        assertThat(rejection(() -> Bounded.list("bases", Arrays.asList(1, null), 2)))
                .isEqualTo(new ValueRejection.Missing("bases"));
    }

    @Test
    void personal_data_in_clear_never_show() {
        PersonalData.Clear clear = new PersonalData.Clear("Nguyễn Văn A", "Thiếu tá", "0900000000");

        assertThat(clear.toString()).doesNotContain("Nguyễn", "Thiếu", "0900");
        assertThat(rejection(() -> new PersonalData.Clear("n".repeat(101), null, null)))
                .isEqualTo(new ValueRejection.TooLong(101, 100));
        String decomposed = Normalizer.normalize("Nguyễn Văn A", Normalizer.Form.NFD);
        assertThat(rejection(() -> new PersonalData.Clear(decomposed, null, null)))
                .isEqualTo(new ValueRejection.NotNormalized("…"));
    }

    private static Quantity quantity(String value) {
        return Quantity.stated(new BigDecimal(value), Quality.EXACT, null);
    }

    private static MemberEvent.Rated rated(int year) {
        return new MemberEvent.Rated(day("2018-12-31"), year, Rating.WELL, List.of());
    }

    private static BasisDocumentEvent.Issued issued(LocalDate lastDay) {
        return new BasisDocumentEvent.Issued(
                day("2018-01-01"), new DocumentNumber("09-QĐ/TU"), DocumentKind.REGULATION, Series.PARTY_TERM,
                new OrganisationId("province"), null, List.of(), day("2018-01-01"), new Subject("Quy định"), false,
                List.of(), List.of(), lastDay, false);
    }

    private static Rejection rejection(Runnable attempt) {
        RejectedException refused = catchThrowableOfType(RejectedException.class, attempt::run);
        assertThat(refused).as("it should have been refused").isNotNull();
        return refused.rejection();
    }
}
