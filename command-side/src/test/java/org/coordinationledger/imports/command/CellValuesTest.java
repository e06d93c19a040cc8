package org.coordinationledger.imports.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.service.problem.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** What officials write into cells. */
class CellValuesTest {

    private final CellValues values = new CellValues(
            new Messages(), new ImportLimits(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 10, 50, 1, 1));

    private static ImportColumn column(FieldDescription field) {
        return new ImportColumn("letterDate", field.name(), field, true, List.of(), null);
    }

    private static ImportColumn column(FieldKind kind) {
        return column(new FieldDescription("x", kind));
    }

    private JsonNode read(ImportColumn column, String text) {
        return values.read(column, new Cell(Cell.Kind.TEXT, text), name -> name);
    }

    private Object refusal(ImportColumn column, Cell cell) {
        RejectedException refused =
                catchThrowableOfType(RejectedException.class, () -> values.read(column, cell, name -> name));
        assertThat(refused).as("refused").isNotNull();
        return refused.rejection();
    }

    @ParameterizedTest
    @CsvSource({
        "24/09/2023, 2023-09-24", "4/9/2023, 2023-09-04", "24.09.2023, 2023-09-24", "2023-09-24, 2023-09-24"
    })
    void days_are_read_in_both_forms(String written, String day) {
        assertThat(read(column(FieldKind.DATE), written).asString()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"31/02/2023", "09/2023", "2023", "24/9/23", "hôm qua"})
    void what_is_no_day_is_refused(String written) {
        assertThat(refusal(column(FieldKind.DATE), new Cell(Cell.Kind.TEXT, written)))
                .isEqualTo(new ImportRejection.UnreadableCell("letterDate", written, "day"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1500|1500", "1.500|1500", "1,500|1500", "1 500|1500", "2.700.000|2700000", "90,364|90364", "0,25|0.25",
        "1.234,5|1234.5", "1,234.5|1234.5", "12.5|12.5"
    })
    void numbers_are_read_with_points_and_commas(String written, String number) {
        assertThat(read(column(FieldKind.QUANTITY), written).get("value").decimalValue()).isEqualByComparingTo(number);
    }

    @Test
    void a_cell_that_is_a_number_keeps_its_own_point() {
        JsonNode read = values.read(column(FieldKind.QUANTITY), new Cell(Cell.Kind.NUMBER, "1.5"), name -> name);

        assertThat(read.get("value").decimalValue()).isEqualByComparingTo("1.5");
    }

    @ParameterizedTest
    @CsvSource({"khoảng 1.500, ABOUT", "Hơn 20, MORE_THAN", "about 30, ABOUT"})
    void a_quantity_may_say_how_good_it_is(String written, String quality) {
        assertThat(read(column(FieldKind.QUANTITY), written).get("quality").asString()).isEqualTo(quality);
    }

    @Test
    void what_is_no_number_is_refused() {
        for (String written : List.of("một trăm", "1.50.0", "-3", "1e5", "1..5", "khoảng")) {
            assertThat(refusal(column(FieldKind.QUANTITY), new Cell(Cell.Kind.TEXT, written)))
                    .as(written)
                    .isInstanceOf(ImportRejection.UnreadableCell.class);
        }
    }

    @Test
    void codes_are_read_by_their_words_in_either_language_and_by_themselves() {
        ImportColumn membership = column(new FieldDescription("membership", FieldKind.CODE)
                .ofCodes(List.of("OFFICIAL", "PROBATIONARY"), "enum.Membership"));

        for (String written : List.of("chính thức", "Chính  thức", "official", "OFFICIAL")) {
            assertThat(read(membership, written).asString()).isEqualTo("OFFICIAL");
        }
        assertThat(refusal(membership, new Cell(Cell.Kind.TEXT, "cảm tình")))
                .isInstanceOf(ImportRejection.UnknownWord.class);
    }

    @Test
    void a_formula_and_what_is_too_long_are_refused_at_the_cell() {
        assertThat(refusal(column(FieldKind.TEXT), new Cell(Cell.Kind.FORMULA, "")))
                .isEqualTo(new ImportRejection.FormulaInCell("letterDate"));
        assertThat(refusal(column(FieldKind.TEXT), new Cell(Cell.Kind.TEXT, "x".repeat(51))))
                .isEqualTo(new ImportRejection.CellTooLong("letterDate", 50));
    }

    @Test
    void several_values_are_separated_by_semicolons() {
        FieldDescription several =
                new FieldDescription("x", FieldKind.HOUSEHOLD).manyOf(new FieldDescription.Several(1, 10));

        assertThat(read(column(several), "HO-TG-001; HO-TG-002 ;").valueStream().map(JsonNode::asString))
                .containsExactly("HO-TG-001", "HO-TG-002");
    }
}
