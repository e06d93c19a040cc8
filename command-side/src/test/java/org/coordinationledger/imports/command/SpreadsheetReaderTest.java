package org.coordinationledger.imports.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Files right and wrong. */
class SpreadsheetReaderTest {

    private static final ImportLimits LIMITS =
            new ImportLimits(DataSize.ofMegabytes(4), DataSize.ofMegabytes(48), 5_000, 2_000, 20, 7);

    private static Sheet read(byte[] file) {
        return new SpreadsheetReader(LIMITS).read(file);
    }

    private static Rejection refusal(byte[] file) {
        RejectedException refused = catchThrowableOfType(RejectedException.class, () -> read(file));
        assertThat(refused).as("refused").isNotNull();
        return refused.rejection();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(Consumer<Worksheet> filling) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(to, "test", "1.0")) {
            filling.accept(workbook.newWorksheet("Dữ liệu"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return to.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return to.toByteArray();
    }

    @Test
    void csv_is_read_with_each_separator_with_and_without_a_byte_order_mark() {
        for (String separator : List.of(";", ",", "\t")) {
            for (String mark : List.of("", "\ufeff")) {
                Sheet sheet = read(csv(mark + "Mã" + separator + "Ngày\r\n\r\nDV-1" + separator + "\"24/09/2023\"\r\n"));

                assertThat(sheet.headings()).containsExactly("Mã", "Ngày");
                assertThat(sheet.rows()).hasSize(1);
                assertThat(sheet.rows().get(0).cells()).extracting(Cell::text).containsExactly("DV-1", "24/09/2023");
            }
        }
    }

    @Test
    void rows_bear_the_numbers_that_spreadsheets_give_them() {
        byte[] book = workbook(sheet -> {
            sheet.value(0, 0, "Mã");
            sheet.value(4, 0, "DV-5");
        });

        assertThat(read(book).rows()).extracting(Sheet.Row::number).containsExactly(5);
        assertThat(read(csv("Mã\n\n\n\nDV-5\n")).rows()).extracting(Sheet.Row::number).containsExactly(5);
    }

    @Test
    void text_comes_in_form_c_whatever_form_it_was_written_in() {
        String decomposed = Normalizer.normalize("Đồn Biên phòng Thông Bình", Normalizer.Form.NFD);

        Cell cell = read(csv("Tên\n" + decomposed + "\u00a0\n")).rows().get(0).cells().get(0);

        assertThat(cell.text()).isEqualTo("Đồn Biên phòng Thông Bình");
    }

    @Test
    void real_days_and_numbers_of_a_workbook_are_days_and_numbers() {
        byte[] book = workbook(sheet -> {
            for (int i = 0; i < 3; i++) {
                sheet.value(0, i, "c" + i);
            }
            sheet.value(1, 0, LocalDate.of(2023, 9, 24));
            sheet.style(1, 0).format("dd/mm/yyyy").set();
            sheet.value(1, 1, 1500);
            sheet.value(1, 2, true);
        });

        assertThat(read(book).rows().get(0).cells()).containsExactly(
                new Cell(Cell.Kind.DAY, "2023-09-24"), new Cell(Cell.Kind.NUMBER, "1500"),
                new Cell(Cell.Kind.FLAG, "true"));
    }

    @Test
    void a_formula_is_known_as_one_and_neither_worked_out_nor_believed() {
        byte[] book = workbook(sheet -> {
            sheet.value(0, 0, "Mã");
            sheet.formula(1, 0, "1+1");
        });

        assertThat(read(book).rows().get(0).cells().get(0)).isEqualTo(new Cell(Cell.Kind.FORMULA, ""));
        assertThat(read(csv("Mã\n=1+1\n")).rows().get(0).cells().get(0).kind()).isEqualTo(Cell.Kind.FORMULA);
    }

    @Test
    void other_files_are_refused_for_what_they_are_whatever_they_are_called() {
        byte[] xls = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        Map<String, byte[]> found = Map.of(
                "xls", xls,
                "docx", zip(Map.of("word/document.xml", csv("<x/>"))),
                "zip", zip(Map.of("readme.txt", csv("x"))),
                "pdf", csv("%PDF-1.7"),
                "unknown", new byte[] {1, 2, 3, 4});

        found.forEach((name, file) -> assertThat(refusal(file))
                .as(name)
                .isEqualTo(new ImportRejection.NoSpreadsheet(name, SpreadsheetReader.READABLE)));
        assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0})).isInstanceOf(ServiceRejection.NotUtf8.class);
    }

    @Test
    void a_workbook_with_a_program_is_refused() {
        byte[] file = zip(Map.of("xl/workbook.xml", csv("<x/>"), "xl/vbaProject.bin", new byte[] {1}));

        assertThat(refusal(file)).isEqualTo(new ImportRejection.MacroWorkbook());
    }

    @Test
    void damaged_workbooks_are_refused() {
        byte[] whole = workbook(sheet -> sheet.value(0, 0, "Mã"));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThat(refusal(half)).isEqualTo(new ImportRejection.DamagedWorkbook());
        assertThat(refusal(zip(Map.of("xl/workbook.xml", csv("<broken"))))).isEqualTo(new ImportRejection.DamagedWorkbook());
    }

    @Test
    void a_file_that_unpacks_to_a_flood_is_refused_before_it_is_read() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            writeZeros(zip, 60);
            zip.closeEntry();
        }
        assertThat(to.size()).as("the file itself is small").isLessThan(1 << 20);

        assertThat(refusal(to.toByteArray())).isInstanceOf(ImportRejection.UnpacksTooLarge.class);
    }

    private static void writeZeros(OutputStream to, int megabytes) throws IOException {
        for (int i = 0; i < megabytes; i++) {
            to.write(new byte[1 << 20]);
        }
    }

    @Test
    void more_rows_columns_or_bytes_than_are_read_are_refused() {
        String rows = IntStream.range(0, 100_000).mapToObj(i -> "DV-" + i).collect(Collectors.joining("\n"));
        String columns = IntStream.range(0, 41).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));

        assertThat(refusal(csv("Mã\n" + rows))).isEqualTo(new ImportRejection.TooManyRows(5_000));
        assertThat(refusal(csv(columns + "\nx"))).isEqualTo(new ImportRejection.TooManyColumns(40));
        assertThat(refusal(new byte[5 << 20])).isEqualTo(new ServiceRejection.BodyTooLarge(4 << 20));
        assertThat(refusal(workbook(sheet -> IntStream.range(0, 6_000).forEach(i -> sheet.value(i, 0, "x" + i)))))
                .isEqualTo(new ImportRejection.TooManyRows(5_000));
    }

    @Test
    void what_stands_under_no_heading_is_not_passed_over() {
        assertThat(refusal(csv("Mã;Ngày\nDV-1;24/09/2023;gì đó\n")))
                .isEqualTo(new ImportRejection.WrongColumns(List.of("C2"), List.of(), List.of()));
    }

    @Test
    void headings_alone_are_no_rows() {
        assertThat(refusal(csv("Mã;Ngày\n\n"))).isEqualTo(new ImportRejection.NoRows());
        assertThat(refusal(new byte[0])).isEqualTo(new ImportRejection.NoRows());
        assertThat(refusal(workbook(sheet -> sheet.value(0, 0, "Mã")))).isEqualTo(new ImportRejection.NoRows());
    }

    @Test
    void a_file_that_names_another_file_gets_nothing_of_it() throws IOException {
        byte[] book = workbook(sheet -> {
            sheet.inlineString(0, 0, "Mã");
            sheet.inlineString(1, 0, "MARK");
        });
        byte[] hostile = replaced(book, "xl/worksheets/sheet1.xml", xml -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + xml.replaceFirst("<\\?xml[^>]*\\?>", "").replace("MARK", "&e;"));

        assertThat(refusal(hostile)).isEqualTo(new ImportRejection.DamagedWorkbook());
    }

    private static byte[] replaced(byte[] book, String name, UnaryOperator<String> by) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(book).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                parts.put(entry.getName(), entry.getName().equals(name)
                        ? csv(by.apply(new String(content, StandardCharsets.UTF_8)))
                        : content);
            }
        }
        assertThat(parts).containsKey(name);
        return zip(parts);
    }
}
