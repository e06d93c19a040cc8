package org.coordinationledger.view.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Tables as CSV (RFC 4180): UTF-8 with a byte order mark, by which spreadsheet programs know it. Text that they would
 * take for a formula has an apostrophe before it.
 */
public final class CsvExport extends FileConverter<Table> {

    /** The media type, as a constant for annotations. */
    public static final String FORMAT = "text/csv";

    static final String ENDING = "csv";

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withLineSeparator("\r\n");
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String BEGINS_FORMULAS = "=+-@\t\r\n";

    public CsvExport(ExportPlaces places, ExportSettings settings) {
        super(Table.class, MediaType.parseMediaType(FORMAT), ENDING, places, settings);
        setDefaultCharset(StandardCharsets.UTF_8);
    }

    @Override
    String fileName(Table table) {
        return table.fileName();
    }

    @Override
    void write(Table table, OutputStream to) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        SequenceWriter lines = MAPPER.writer(SCHEMA).writeValues(writer);
        lines.write(table.columns().stream().map(column -> harmless(column.title())).toList());
        table.rows().handTo(cells -> lines.write(cells.stream().map(CsvExport::text).toList()));
        lines.flush();
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof BigDecimal number ? number.toPlainString() : harmless(cell.toString());
    }

    private static String harmless(String text) {
        return !text.isEmpty() && BEGINS_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
