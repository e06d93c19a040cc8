package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Reads files that were answered, as programs of other people would. */
final class ExportedFiles {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ExportedFiles() {}

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static List<String[]> csv(HttpResponse<byte[]> file) throws IOException {
        String text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(file.statusCode()).as(text).isEqualTo(200);
        return new CsvMapper()
                .readerFor(String[].class)
                .with(CsvReadFeature.WRAP_AS_ARRAY)
                .<String[]>readValues(text.substring(1))
                .readAll();
    }

    static List<String> column(List<String[]> rows, String title) {
        int index = List.of(rows.get(0)).indexOf(title);
        assertThat(index).as(title + " in " + List.of(rows.get(0))).isNotNegative();
        return rows.stream().skip(1).map(row -> row[index]).toList();
    }

    static ReadableWorkbook workbook(HttpResponse<byte[]> file) throws IOException {
        assertThat(file.statusCode()).isEqualTo(200);
        return new ReadableWorkbook(new ByteArrayInputStream(file.body()), new ReadingOptions(true, false));
    }

    static int title(List<Row> rows, String title) {
        return rows.get(0).stream().map(cell -> cell.getText()).toList().indexOf(title);
    }

    static List<String> texts(List<Row> rows, String title) {
        int index = title(rows, title);
        return rows.stream().skip(1).map(row -> row.getCellText(index)).toList();
    }
}
