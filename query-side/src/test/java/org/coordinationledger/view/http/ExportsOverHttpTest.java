package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.view.http.ExportedFiles.XLSX;
import static org.coordinationledger.view.http.ExportedFiles.column;
import static org.coordinationledger.view.http.ExportedFiles.csv;
import static org.coordinationledger.view.http.ExportedFiles.header;
import static org.coordinationledger.view.http.ExportedFiles.texts;
import static org.coordinationledger.view.http.ExportedFiles.title;
import static org.coordinationledger.view.http.ExportedFiles.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.view.export.ExportPlaces;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ExportsOverHttpTest {

    private static final String CELLS = "/api/v1/organisations?filter.kind=CELL&effectiveOn=2020-01-01&filter.partySuperior=";

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_list_as_csv_has_the_rows_of_its_pages_with_the_words_of_the_language(QuerySide side) throws IOException {
        Province province = provinceWithOddNames(side, "xc");
        String list = CELLS + province.id("c1");

        HttpResponse<byte[]> file = side.file(list + "&format=csv");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"organisations_2020-01-01_known-at-" + side.lastPosition() + ".csv\"");
        assertThat(file.body()).startsWith(0xEF, 0xBB, 0xBF);
        List<String[]> rows = csv(file);
        assertThat(rows.get(0))
                .contains("mã hồ sơ", "tên", "cấp trên trực tiếp về đảng", "cấp trên trực tiếp về đảng (tên)")
                .contains("chiều dài bờ biển (km)", "chiều dài bờ biển (km) (độ chính xác)", "các văn bản làm căn cứ");
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            Answer page = side.get(list + "&limit=5" + after);
            page.at("/items").valueStream().forEach(item -> paged.add(item.get("id").asString()));
            after = page.at("/next").isNull() ? "" : "&after=" + page.at("/next").asString();
        } while (!after.isEmpty());
        assertThat(column(rows, "mã hồ sơ")).hasSize(18).isEqualTo(paged);
        assertThat(column(rows, "loại tổ chức")).containsOnly("chi bộ");
        assertThat(column(rows, "đang hoạt động")).containsOnly("có");
        assertThat(column(rows, "cấp trên trực tiếp về đảng")).containsOnly(province.id("c1"));
        assertThat(column(rows, "cấp trên trực tiếp về đảng (tên)")).containsOnly("Đảng ủy xã Thường Phước, “cũ”");
        assertThat(column(rows, "có hiệu lực từ ngày")).contains("2010-01-01");

        List<String[]> english = csv(side.file(list, "Accept", "text/csv", "Accept-Language", "en"));
        assertThat(english.get(0)).contains("id", "name", "kind", "superior along the party line (name)");
        assertThat(column(english, "id")).isEqualTo(paged);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void text_that_looks_like_a_formula_is_harmless(QuerySide side) throws IOException {
        Province province = provinceWithOddNames(side, "xf");
        String list = CELLS + province.id("c1");

        List<String> names = column(csv(side.file(list + "&format=csv")), "tên");
        assertThat(names).contains("'=HYPERLINK(\"http://x\",\"Chi bộ\")", "'+84", "'-1", "'@SUM(A1)", "Chi bộ, \"ấp 1\"");
        try (ReadableWorkbook book = workbook(side.file(list + "&format=xlsx"))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).allSatisfy(row ->
                    assertThat(row.stream().filter(c -> c != null)).noneMatch(c -> c.getType() == CellType.FORMULA));
            assertThat(texts(rows, "tên")).contains("=HYPERLINK(\"http://x\",\"Chi bộ\")", "+84", "-1", "@SUM(A1)");
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_list_as_xlsx_has_numbers_dates_and_a_sheet_that_says_what_it_is(QuerySide side) throws IOException {
        Province province = provinceWithOddNames(side, "xx");
        String list = "/api/v1/organisations?effectiveOn=2020-01-01&filter.partySuperior=" + province.id("p");

        HttpResponse<byte[]> file = side.file(list, "Accept", XLSX, "Accept-Language", "en");

        assertThat(header(file, "Content-Type")).isEqualTo(XLSX);
        assertThat(header(file, "Content-Disposition")).endsWith(".xlsx\"");
        try (ReadableWorkbook book = workbook(file)) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("id");
            assertThat(rows).hasSize(3);
            int coast = title(rows, "length of the coast (km)");
            Row guard = rows.stream().filter(r -> r.getCellText(0).equals(province.id("b"))).findFirst().orElseThrow();
            assertThat(guard.getCell(coast).getType()).isEqualTo(CellType.NUMBER);
            assertThat(guard.getCell(coast).asNumber()).isEqualByComparingTo(new BigDecimal("254"));
            assertThat(guard.getCellText(coast + 1)).isEqualTo("exact");
            int from = title(rows, "effective from");
            assertThat(guard.getCell(from).asDate().toLocalDate()).isEqualTo(LocalDate.parse("2010-01-01"));
            assertThat(guard.getCell(from).getDataFormatString()).isEqualTo("yyyy-mm-dd");
            List<Row> about = book.getSheet(1).orElseThrow().read();
            assertThat(book.getSheet(1).orElseThrow().getName()).isEqualTo("About");
            assertThat(about.get(0).getCellText(1)).isEqualTo("organisations");
            assertThat(about.get(1).getCellText(1)).contains("/api/v1/organisations?effectiveOn=2020-01-01&filter.");
            assertThat(about.get(2).getCell(1).asDate().toLocalDate()).isEqualTo(LocalDate.parse("2020-01-01"));
            assertThat(about.get(3).getCell(1).asNumber()).isEqualByComparingTo(BigDecimal.valueOf(side.lastPosition()));
            assertThat(about.get(5).getCell(1).asNumber()).isEqualByComparingTo(BigDecimal.valueOf(2));
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_an_organisation_leaves_open_and_what_rests_on_a_document_are_had_as_files(QuerySide side)
            throws IOException {
        Province province = provinceWithOddNames(side, "xl");
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.documentThatCarriesOut("68-KL/TW", "kl", "2012-01-01"));
        side.record(province.documentThatCarriesOut("3223-CV/TU", "cv", "2013-01-01", "kl"));

        List<String[]> open = csv(side.file("/api/v1/organisations/" + province.id("s1")
                + "/left-open?effectiveOn=2016-01-01&format=csv"));
        assertThat(column(open, "loại hồ sơ")).containsExactly("đảng viên đồn tham gia sinh hoạt chi bộ", "đảng viên");
        assertThat(column(open, "nội dung").get(0))
                .contains("đồn biên phòng: BORDER_POST s1 [" + province.id("s1") + "]")
                .contains("giai đoạn: đã phân công về chi bộ");
        List<String[]> citing = csv(side.file("/api/v1/basis-documents/" + province.id("kl") + "/cited-by?format=csv"));
        assertThat(column(citing, "mã hồ sơ")).containsExactly(province.id("cv"));
        List<String[]> behind = csv(side.file("/api/v1/figures/openCellAssignments/records?effectiveOn=2016-01-01&scope="
                + province.id("p") + "&format=csv"));
        assertThat(column(behind, "mã hồ sơ")).containsExactly(province.id("a1"));
        assertThat(column(behind, "đồn biên phòng (tên)")).containsExactly("BORDER_POST s1");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_register_is_had_as_a_file_with_its_gaps_in_their_places(QuerySide side) throws IOException {
        Province province = new Province(side, "xr").small();
        side.record(
                province.document("02-QĐ/TU", "d2", "2023-02-01", null),
                province.document("05-QĐ/TU", "d5", "2023-03-01", null));
        String register = "/api/v1/organisations/" + province.id("p") + "/register?effectiveOn=2024-01-01";

        List<String[]> rows = csv(side.file(register + "&format=csv"));

        assertThat(column(rows, "tình trạng")).containsExactly("thiếu số", "có văn bản", "thiếu số", "có văn bản");
        assertThat(column(rows, "số, ký hiệu")).containsExactly("", "02-QĐ/TU", "", "05-QĐ/TU");
        assertThat(column(rows, "từ số")).containsExactly("1", "2", "3", "5");
        assertThat(column(rows, "đến số")).containsExactly("1", "2", "4", "5");
        assertThat(column(rows, "loại văn bản")).containsOnly("quy định");
        try (ReadableWorkbook book = workbook(side.file(register, "Accept", XLSX))) {
            assertThat(book.getFirstSheet().read()).hasSize(5);
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_waits_for_an_organisation_is_had_as_a_file_in_the_order_of_the_list(QuerySide side) throws IOException {
        Province province = new Province(side, "xw").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-02-10").subList(0, 1));
        side.record(province.assignment("a2", "m2", "s1", "c1", "x1", "2015-01-20").subList(0, 3));
        String waiting = "/api/v1/organisations/" + province.id("c1") + "/waiting?effectiveOn=2015-06-01";

        List<String[]> rows = csv(side.file(waiting + "&format=csv"));

        assertThat(column(rows, "mã hồ sơ")).containsExactly(province.id("a2"), province.id("a1"));
        assertThat(column(rows, "việc đang chờ")).containsExactly(
                "tiếp nhận đảng viên được giới thiệu", "thống nhất việc cử đảng viên tham gia sinh hoạt");
        assertThat(column(rows, "hạn xử lý")).containsOnly("");
        assertThat(column(rows, "số ngày quá hạn")).containsOnly("0");
        try (ReadableWorkbook book = workbook(side.file(waiting + "&competence=DECIDE", "Accept", XLSX))) {
            assertThat(book.getFirstSheet().read()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_history_is_had_as_a_file_and_shows_personal_data_as_the_read_does(QuerySide side) throws IOException {
        Province province = new Province(side, "xh").small();
        MemberId member = new MemberId(province.id("m9"));
        side.record(province.member("m9", "s1", side.bean(PersonalDataVault.class)
                .seal(member, new PersonalData.Clear("Nguyễn Văn Thử", "Đại úy", null))));
        String history = "/api/v1/members/" + member.value() + "/history";

        List<String[]> rows = csv(side.file(history + "?format=csv"));

        assertThat(column(rows, "nội dung bước")).containsExactly("Đăng ký đảng viên");
        assertThat(column(rows, "tổ chức (tên)")).containsExactly("BORDER_POST s1");
        assertThat(column(rows, "trạng thái sau (JSON)").get(0)).contains("Nguyễn Văn Thử");
        assertThat(side.bean(PersonalDataReads.class).of(member, 10))
                .isNotEmpty()
                .allSatisfy(read -> assertThat(read.purpose()).isEqualTo("history as a file"));
        Answer auditor = side.getAs(
                "auditor", history + "?format=csv&waitForPosition=" + side.lastPosition());
        assertThat(auditor.response().body()).contains("personalDataHidden").doesNotContain("Nguyễn", "ciphertext");
        assertThat(side.getAs("recorder", "/api/v1/members?format=csv&filter.home=" + province.id("s1")
                        + "&waitForPosition=" + side.lastPosition()).response().body())
                .contains(member.value()).doesNotContain("Nguyễn");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_history_is_had_for_printing_with_its_vietnamese_and_the_font_for_it(QuerySide side) throws IOException {
        Province province = provinceWithOddNames(side, "xp");
        side.record(renamed(province, "c1", "Đảng ủy xã <b>Thường Phước</b> & Ấp Cỏ Lau, Bờ Đẵng"));
        String history = "/api/v1/organisations/" + province.id("c1") + "/history";

        HttpResponse<byte[]> file = side.file(history + "?format=pdf&effectiveOn=2020-01-01");

        assertThat(header(file, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(file, "Content-Disposition"))
                .contains("organisations-" + province.id("c1") + "-history_2020-01-01_known-at-", ".pdf");
        try (PDDocument pdf = Loader.loadPDF(file.body())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Lịch sử hồ sơ " + province.id("c1") + " (tổ chức)", "Bước 0: ", "Bước 2: ")
                    .contains("Đảng ủy xã <b>Thường Phước</b> & Ấp Cỏ Lau, Bờ Đẵng", "01/01/2015");
            for (COSName font : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(font).isEmbedded()).isTrue();
            }
        }
        HttpResponse<byte[]> english = side.file(history, "Accept", "application/pdf", "Accept-Language", "en");
        try (PDDocument pdf = Loader.loadPDF(english.body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Step 0: ", "As known at position");
        }
        assertThat(side.get("/api/v1/organisations?format=pdf").type()).isEqualTo("/problems/not-acceptable");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_entries_of_a_record_are_had_as_json_lines(QuerySide side) {
        Province province = new Province(side, "xj").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        String events = "/api/v1/cell-assignments/" + province.id("a1") + "/events";

        HttpResponse<byte[]> file = side.file(events + "?format=jsonl");

        assertThat(header(file, "Content-Type")).startsWith("application/jsonl");
        List<JsonNode> lines = new String(file.body(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> EventJson.mapper().readTree(line))
                .toList();
        assertThat(lines).isEqualTo(side.get(events).at("/events").valueStream().toList()).hasSize(5);
        assertThat(new String(file.body(), StandardCharsets.UTF_8)).endsWith("}\n");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void more_rows_than_a_file_may_have_are_refused_before_anything_is_sent(QuerySide side) {
        Province province = new Province(side, "xm").small();
        List<Deed> cells = new ArrayList<>();
        for (int i = 0; i <= QuerySide.MOST_ROWS; i++) {
            cells.add(province.organisation(
                    "n" + i, OrganisationKind.CELL, "c2", null));
        }
        side.record(cells);
        String list = CELLS + province.id("c2");

        for (String format : List.of("csv", "xlsx")) {
            Answer refused = side.get(list + "&format=" + format);
            assertThat(refused.type()).isEqualTo("/problems/read/too-many-rows");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("/most").intValue()).isEqualTo(QuerySide.MOST_ROWS);
            assertThat(refused.header("Content-Disposition")).isEmpty();
        }
        assertThat(side.get(list + "&filter.name=CELL%20n1&format=csv").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void too_many_files_at_once_are_turned_away(QuerySide side) {
        ExportPlaces places = side.bean(ExportPlaces.class);
        ExportPlaces.Place first = places.take();
        ExportPlaces.Place second = places.take();
        Answer refused = side.get("/api/v1/members?filter.home=nobody&format=xlsx");
        first.close();
        second.close();

        assertThat(refused.type()).isEqualTo("/problems/overloaded");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        for (int i = 0; i < 5; i++) {
            assertThat(side.get("/api/v1/members?filter.home=nobody&format=xlsx").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_file_that_fails_on_the_way_does_not_look_whole(QuerySide side) {
        for (String format : List.of("csv", "xlsx")) {
            assertThatThrownBy(() -> side.file("/api/v1/broken/after/20000?format=" + format))
                    .as(format)
                    .isInstanceOf(UncheckedIOException.class);
            Answer early = side.getAs("recorder", "/api/v1/broken/after/1?format=" + format);
            assertThat(early.type()).isEqualTo("/problems/internal-error");
            assertThat(early.header("Content-Disposition")).isEmpty();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(side.get("/api/v1/members?filter.home=nobody&format=csv").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void who_asks_for_nothing_special_gets_json_and_who_asks_for_what_there_is_not_is_told(QuerySide side) {
        Province province = new Province(side, "xn").small();
        String list = "/api/v1/members?filter.home=" + province.id("s1");
        for (String accept : List.of("*/*", "application/*", "text/html,application/xml;q=0.9,*/*;q=0.8")) {
            HttpResponse<byte[]> answer = side.file(list, "Accept", accept);
            assertThat(header(answer, "Content-Type")).as(accept).isEqualTo("application/json");
        }
        assertThat(side.get(list + "&format=json").at("/items").size()).isEqualTo(1);
        assertThat(side.get(list + "&format=doc").type()).isEqualTo("/problems/not-acceptable");
        assertThat(side.get(list + "&format=jsonl").type()).isEqualTo("/problems/not-acceptable");
        assertThat(side.get("/api/v1/organisations/" + province.id("p") + "?format=csv").type())
                .isEqualTo("/problems/not-acceptable");
        assertThat(side.get(list + "&format=csv&limit=3").type()).isEqualTo("/problems/unknown-parameter");
        assertThat(side.get("/api/v1/villages?format=csv").type()).isEqualTo("/problems/unknown-resource");
        assertThat(side.get("/api/v1/members/nobody/history?format=csv").type()).isEqualTo("/problems/unknown-record");
        assertThat(side.get("/api/v1/members/" + province.id("p") + "/events?format=jsonl").type())
                .isEqualTo("/problems/unknown-record");
        JsonNode described = side.getAs("recorder", "/openapi").at("/paths/~1api~1v1~1members/get");
        assertThat(described.at("/responses/200/content").propertyNames())
                .containsExactlyInAnyOrder("application/json", "text/csv;charset=UTF-8", XLSX);
        assertThat(described.at("/parameters").toString()).contains("\"format\"", "\"xlsx\"");
    }

    /** Cells under c1 with names that need care: more than two batches of them. */
    private static Province provinceWithOddNames(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            deeds.add(province.organisation(
                    "o" + i, OrganisationKind.CELL, "c1", null));
        }
        List<String> names = List.of(
                "=HYPERLINK(\"http://x\",\"Chi bộ\")", "+84", "-1", "@SUM(A1)", "Chi bộ, \"ấp 1\"");
        for (int i = 0; i < names.size(); i++) {
            deeds.add(renamed(province, "o" + i, names.get(i)));
        }
        deeds.add(renamed(province, "c1", "Đảng ủy xã Thường Phước, “cũ”"));
        side.record(deeds);
        return province;
    }

    private static Deed renamed(Province province, String local, String name) {
        return province.administrator(
                local, new OrganisationEvent.Renamed(Province.day("2015-01-01"), new Name(name), null, List.of()));
    }
}
