package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.view.http.ExportedFiles.XLSX;
import static org.coordinationledger.view.http.ExportedFiles.column;
import static org.coordinationledger.view.http.ExportedFiles.csv;
import static org.coordinationledger.view.http.ExportedFiles.header;
import static org.coordinationledger.view.http.ExportedFiles.workbook;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FigureExportsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void figures_and_what_they_break_down_into_are_had_as_files(QuerySide side) throws IOException {
        Province province = new Province(side, "xg").small();
        String cells = "/api/v1/figures/cells";
        String which = "?effectiveOn=2020-01-01&comparedWith=2009-01-01&format=csv&scope=" + province.id("p");

        List<String[]> value = csv(side.file(cells + which));
        assertThat(value).hasSize(2);
        String all = column(value, "giá trị").get(0);
        assertThat(all).isEqualTo(side.get(cells + "?effectiveOn=2020-01-01&scope=" + province.id("p")).at("/value").asString());
        assertThat(column(value, "ngày so sánh")).containsExactly("0");

        HttpResponse<byte[]> file = side.file(cells + "/by-organisation" + which);
        assertThat(header(file, "Content-Disposition")).contains("figures-cells-by-organisation_2020-01-01_known-at-");
        List<String[]> below = csv(file);
        assertThat(column(below, "mã hồ sơ")).contains(province.id("d"), province.id("p"));
        assertThat(column(below, "tổ chức")).endsWith("Không thuộc tổ chức nào ở trên", "Toàn bộ");
        assertThat(column(below, "giá trị")).last().isEqualTo(all);

        List<String[]> byKind = csv(side.file("/api/v1/figures/cells/by/kind?effectiveOn=2020-01-01&format=csv&scope="
                + province.id("p"), "Accept-Language", "en"));
        assertThat(column(byKind, "code")).contains("CELL");
        assertThat(column(byKind, "value")).last().isEqualTo(all);

        List<String[]> trend = csv(side.file(cells
                + "/trend?from=2009-01-01&to=2020-01-01&step=year&format=csv&scope=" + province.id("p")));
        assertThat(column(trend, "đến ngày")).contains("2009-01-01", "2020-01-01");
        assertThat(column(trend, "giá trị")).last().isEqualTo(all);
        try (ReadableWorkbook book = workbook(side.file(cells + "/trend?from=2019-01-01&to=2020-01-01&step=year&scope="
                + province.id("p"), "Accept", XLSX))) {
            assertThat(book.getFirstSheet().read()).hasSizeGreaterThan(2);
        }
    }
}
