package org.coordinationledger.view.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.vocabulary.Dates;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Tables as XLSX: the rows under a header that stays in sight, and a second sheet that says what they are. Text stays
 * text whatever it begins with, and is written into its cell, since a table of texts for all cells would be kept in
 * memory.
 */
public final class XlsxExport extends FileConverter<Table> {

    /** The media type, as a constant for annotations. */
    public static final String FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static final String ENDING = "xlsx";

    /** A cell holds no longer text. */
    static final int LONGEST_TEXT = 32_767;

    /** A spreadsheet reckons with no more digits. */
    private static final int MOST_DIGITS = 15;

    private static final int ROWS_IN_MEMORY = 200;
    private static final int WIDTH_OF_TITLES = 28;

    public XlsxExport(ExportPlaces places, ExportSettings settings) {
        super(Table.class, MediaType.parseMediaType(FORMAT), ENDING, places, settings);
    }

    @Override
    String fileName(Table table) {
        return table.fileName();
    }

    /** Nothing is closed where it fails, since that would end the file. */
    @Override
    void write(Table table, OutputStream to) throws IOException {
        Words words = table.words();
        Workbook workbook = new Workbook(to, "Coordination ledger", "1.0");
        Sheet rows = new Sheet(workbook.newWorksheet(words.text("sheet.rows")), words);
        for (int i = 0; i < table.columns().size(); i++) {
            rows.sheet.width(i, table.columns().get(i).width());
        }
        rows.sheet.freezePane(0, 1);
        rows.add(new ArrayList<>(table.columns().stream().map(Column::title).toList()), true);
        table.rows().handTo(cells -> rows.add(cells, false));
        rows.sheet.finish();
        Sheet about = new Sheet(workbook.newWorksheet(words.text("sheet.about")), words);
        about.sheet.width(0, WIDTH_OF_TITLES);
        about.sheet.width(1, Column.LONG);
        for (Table.Note note : table.about()) {
            about.add(List.of(note.title(), note.value()), false);
        }
        about.add(List.of(words.text("about.rows"), rows.next - 1L), false);
        about.sheet.finish();
        workbook.finish();
    }

    /** A sheet that is written row by row. */
    private static final class Sheet {

        private final Worksheet sheet;
        private final Words words;
        private final String dates;
        private final String times;
        private int next;

        Sheet(Worksheet sheet, Words words) {
            this.sheet = sheet;
            this.words = words;
            this.dates = words.text("format.date");
            this.times = words.text("format.time");
        }

        void add(List<@Nullable Object> cells, boolean bold) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                put(column, cells.get(column));
                if (bold) {
                    sheet.style(next, column).bold().set();
                }
            }
            next++;
            if (next % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }

        private void put(int column, @Nullable Object cell) {
            if (cell instanceof BigDecimal number && number.precision() <= MOST_DIGITS) {
                sheet.value(next, column, number);
            } else if (cell instanceof Long number) {
                sheet.value(next, column, number);
            } else if (cell instanceof LocalDate date) {
                sheet.value(next, column, date);
                sheet.style(next, column).format(dates).set();
            } else if (cell instanceof Instant time) {
                sheet.value(next, column, LocalDateTime.ofInstant(time, Dates.ZONE));
                sheet.style(next, column).format(times).set();
            } else if (cell != null) {
                sheet.inlineString(
                        next, column, fitting(cell instanceof BigDecimal n ? n.toPlainString() : cell.toString()));
            }
        }

        private String fitting(String text) {
            if (text.length() <= LONGEST_TEXT) {
                return text;
            }
            String cut = words.text("cut");
            return text.substring(0, LONGEST_TEXT - cut.length()) + cut;
        }
    }
}
