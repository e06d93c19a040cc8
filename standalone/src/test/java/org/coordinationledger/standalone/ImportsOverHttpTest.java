package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.standalone.ImportProcess.Answer;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of records through the API of both sides in one process. */
class ImportsOverHttpTest {

    private static final String ADMINISTRATOR = "administration.ADMINISTRATOR";
    private static final String RECORDER = "post.RECORDER";
    private static final String APPROVER = "post.APPROVER";
    private static final String COMMUNE = "commune.APPROVER";
    private static final String MEMBERS =
            "Mã đảng viên;Ngày có hiệu lực;Nơi sinh hoạt chính thức;Đảng viên;Họ và tên;Cấp bậc\n";

    private static TestDatabase database;
    private static ImportProcess process;

    @BeforeAll
    static void start() throws IOException {
        TestServer server = MongoServers.stores().reduce((first, last) -> last).orElseThrow();
        database = server.freshDatabase();
        process = new ImportProcess(server, database);
        process.landscape();
    }

    @AfterAll
    static void stop() {
        process.close();
        database.close();
    }

    private static String member(String code, String name) {
        return code + ";01/03/2019;Đồn Biên phòng Thông Bình;chính thức;" + name + ";Đại úy\n";
    }

    private static List<String> fates(JsonNode page) {
        return page.get("rows").valueStream().map(row -> row.get("fate").asString()).toList();
    }

    private static String problem(JsonNode row) {
        return row.at("/problem/type").asString("").replace("/problems/", "");
    }

    @Test
    void members_are_previewed_recorded_and_already_there_the_next_time() {
        long before = process.tail();
        String file = MEMBERS + member("DV-A1", "Nguyễn Văn An") + member("DV-A2", "Trần Thị Bình")
                + member("DV-A1", "Nguyễn Văn An") + "DV-A3;31/02/2019;Đồn Biên phòng Thông Bình;chính thức;Lê Cường;\n";

        JsonNode preview = process.preview(RECORDER, "members", file);

        assertThat(fates(preview)).containsExactly("TO_RECORD", "TO_RECORD", "ALREADY_THERE", "REFUSED");
        assertThat(preview.at("/rows/2/sameAs").intValue()).isEqualTo(2);
        assertThat(problem(preview.at("/rows/3"))).isEqualTo("import/unreadable-cell");
        assertThat(preview.at("/rows/3/problem/column").asString()).isEqualTo("effectiveOn");
        assertThat(preview.toString()).as("names are never shown").doesNotContain("Nguyễn Văn An").doesNotContain("Lê Cường");
        assertThat(process.tail()).as("nothing is recorded yet").isEqualTo(before);

        JsonNode done = process.recorded(RECORDER, preview);

        assertThat(fates(done)).containsExactly("RECORDED", "RECORDED", "ALREADY_THERE", "REFUSED");
        String member = done.at("/rows/0/record").asString();
        JsonNode read = process.get(RECORDER, "/api/v1/members/" + member + "?waitForPosition=" + process.tail()).body();
        assertThat(read.at("/state/code").asString()).isEqualTo("DV-A1");
        assertThat(read.toString()).contains("Nguyễn Văn An");
        long after = process.tail();
        JsonNode again = process.recorded(RECORDER, process.preview(RECORDER, "members", file));
        assertThat(fates(again)).containsExactly("ALREADY_THERE", "ALREADY_THERE", "ALREADY_THERE", "REFUSED");
        assertThat(process.tail()).as("nothing is recorded twice").isEqualTo(after);
    }

    @Test
    void refused_rows_come_back_with_their_names_and_the_reason_to_be_mended() throws IOException {
        JsonNode preview = process.preview(RECORDER, "members",
                MEMBERS + "DV-R1;hôm qua;Đồn Biên phòng Thông Bình;chính thức;Phạm Văn Dũng;\n");
        Answer file = process.get(
                RECORDER, "/api/v1/imports/" + preview.at("/summary/id").asString() + "/refused");

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()))) {
            List<Row> rows = book.getFirstSheet().read();
            List<String> cells = rows.get(1).stream().map(cell -> cell == null ? "" : cell.getText()).toList();
            assertThat(cells).contains("DV-R1", "hôm qua", "Phạm Văn Dũng");
            assertThat(cells.get(cells.size() - 1)).contains("hôm qua").contains("day/month/year");
        }
        assertThat(process.send(RECORDER, "/api/v1/imports/members", ImportProcess.XLSX, file.bytes()).status())
                .as("the file itself can be sent again")
                .isEqualTo(201);
    }

    @Test
    void a_row_may_name_what_an_earlier_row_records() {
        String file = "Loại tổ chức,Tên tổ chức,Ngày có hiệu lực,Cấp ủy cấp trên\n"
                + "COMMUNE_PARTY_COMMITTEE,Đảng ủy xã Bình Phú,01/01/2015,Tỉnh ủy\n"
                + "chi bộ,Chi bộ ấp Một,01/01/2015,Đảng ủy xã Bình Phú\n"
                + "chi bộ,Chi bộ ấp Hai,01/01/2015,Đảng ủy xã Không Có\n";

        JsonNode preview = process.preview(ADMINISTRATOR, "organisations", file);

        assertThat(fates(preview)).as(preview.toString()).containsExactly("TO_RECORD", "TO_RECORD", "REFUSED");
        assertThat(preview.at("/rows/1/after").intValue()).isEqualTo(2);
        assertThat(problem(preview.at("/rows/2"))).isEqualTo("import/nothing-found");
        assertThat(fates(process.recorded(ADMINISTRATOR, preview))).containsExactly("RECORDED", "RECORDED", "REFUSED");
        process.inViews();
        assertThat(fates(process.preview(ADMINISTRATOR, "organisations", file)))
                .containsExactly("ALREADY_THERE", "ALREADY_THERE", "REFUSED");
    }

    @Test
    void one_file_of_assignments_goes_from_hand_to_hand() {
        process.recorded(RECORDER, process.preview(RECORDER, "members", MEMBERS + member("DV-S1", "Võ Sáu")));
        String file = "Đảng viên được phân công (mã);Đồn biên phòng;Đảng ủy xã;Ngày lựa chọn;Ngày thống nhất;Ngày giới thiệu;"
                + "Số giấy giới thiệu;Ngày ký giấy giới thiệu;Hình thức sinh hoạt;Quyền biểu quyết;Ngày tiếp nhận;"
                + "Ngày phân công;Chi bộ\n"
                + "DV-S1;Đồn Biên phòng Thông Bình;Đảng ủy xã Thông Bình;01/04/2019;05/04/2019;10/04/2019;12-GGT/ĐU;"
                + "10/04/2019;tham dự sinh hoạt;không;12/04/2019;15/04/2019;Chi bộ ấp 1\n";

        JsonNode selected = process.recorded(RECORDER, process.preview(RECORDER, "cell-assignments", file));
        assertThat(selected.at("/rows/0/fate").asString()).as(selected.toString()).isEqualTo("RECORDED");
        assertThat(selected.at("/rows/0/waits").asString()).isEqualTo("agree");
        JsonNode agreed = process.recorded(COMMUNE, process.preview(COMMUNE, "cell-assignments", file));
        assertThat(agreed.at("/rows/0/fate").asString()).as(agreed.toString()).isEqualTo("RECORDED");
        assertThat(agreed.at("/rows/0/waits").asString()).isEqualTo("introduce");
        JsonNode introduced = process.recorded(APPROVER, process.preview(APPROVER, "cell-assignments", file));
        assertThat(introduced.at("/rows/0/fate").asString()).as(introduced.toString()).isEqualTo("RECORDED");
        JsonNode assigned = process.recorded(COMMUNE, process.preview(COMMUNE, "cell-assignments", file));
        assertThat(assigned.at("/rows/0/steps").toString()).as(assigned.toString()).isEqualTo("[\"receive\",\"assign\"]");

        String id = assigned.at("/rows/0/record").asString();
        JsonNode read = process.get(RECORDER, "/api/v1/cell-assignments/" + id + "?waitForPosition=" + process.tail()).body();
        assertThat(read.at("/state/stage").asString()).isEqualTo("ASSIGNED");
        assertThat(read.at("/state/cell").asString()).as("the cell of the commune, not the other of its name").isEqualTo("cell");
        assertThat(fates(process.preview(COMMUNE, "cell-assignments", file))).containsExactly("ALREADY_THERE");
    }

    @Test
    void households_outreach_and_support_are_recorded_from_files() {
        process.recorded(RECORDER, process.preview(RECORDER, "members", MEMBERS + member("DV-H1", "Lý Bảy")));
        JsonNode households = process.recorded(RECORDER, process.preview(RECORDER, "household-assignments",
                "member;post;commune;cell;agreedOn;assignedOn;households\n"
                        + "DV-H1;Đồn Biên phòng Thông Bình;Đảng ủy xã Thông Bình;Chi bộ ấp 1;2019-05-01;2019-05-02;"
                        + "\"HO-TG-001; HO-TG-002\"\n"));
        JsonNode outreach = process.recorded(RECORDER, process.preview(RECORDER, "outreach-sessions",
                "Held on,Topic,Organiser,Venues,Sessions,Attendances\n"
                        + "24/09/2023,drugs,Đồn Biên phòng Thông Bình,Đảng ủy xã Thông Bình,13,\"about 1,500\"\n"));
        JsonNode support = process.recorded(RECORDER, process.preview(RECORDER, "support-activities",
                "Ngày có hiệu lực;Hứa hay đã hỗ trợ;Loại hỗ trợ;Tổ chức hỗ trợ;Nơi nhận;Số tiền (đồng)\n"
                        + "01/02/2022;đã trao hỗ trợ;quà tặng;Đồn Biên phòng Thông Bình;Đảng ủy xã Thông Bình;120.000.000\n"
                        + "01/02/2022;GIVEN;GIFTS;Đồn Biên phòng Thông Bình;Đảng ủy xã Thông Bình;50.000.000\n"));

        assertThat(fates(households)).as(households.toString()).containsExactly("RECORDED");
        assertThat(fates(outreach)).as(outreach.toString()).containsExactly("RECORDED");
        assertThat(fates(support)).as(support.toString()).containsExactly("RECORDED", "RECORDED");
        JsonNode session = process.get(RECORDER, "/api/v1/outreach-sessions/" + outreach.at("/rows/0/record").asString()
                + "?waitForPosition=" + process.tail()).body();
        assertThat(session.at("/state/attendances").toString()).contains("1500").contains("ABOUT");
    }

    @Test
    void a_name_that_stands_for_several_is_refused_with_all_of_them() {
        JsonNode preview = process.preview(ADMINISTRATOR, "outreach-sessions",
                "heldOn;topic;organiser;venues;sessions;attendances\n2023-09-24;DRUGS;post;Chi bộ ấp 1;1;2\n"
                        + "2023-09-24;DRUGS;post;Chi bộ ấp 1 / Đảng ủy xã Tân Hộ Cơ;1;2\n");

        assertThat(problem(preview.at("/rows/0"))).isEqualTo("import/several-found");
        assertThat(preview.at("/rows/0/problem/candidates").toString()).contains("[cell]").contains("[other-cell]");
        assertThat(problem(preview.at("/rows/1"))).as("another refusal").isNotEqualTo("import/several-found");
    }

    @Test
    void nobody_else_sees_confirms_or_drops_an_import() {
        String id = process.preview(RECORDER, "members", MEMBERS + member("DV-X1", "Ai Đó")).at("/summary/id").asString();

        assertThat(process.get(APPROVER, "/api/v1/imports/" + id).status()).isEqualTo(404);
        assertThat(process.post(APPROVER, "/api/v1/imports/" + id + "/record").status()).isEqualTo(404);
        assertThat(process.post(APPROVER, "/api/v1/imports/" + id + "/discard").status()).isEqualTo(404);
        assertThat(process.get(APPROVER, "/api/v1/imports").body().get("imports").toString()).doesNotContain(id);
        assertThat(process.post(RECORDER, "/api/v1/imports/" + id + "/discard").status()).isEqualTo(204);
        assertThat(process.get(RECORDER, "/api/v1/imports/" + id).status()).isEqualTo(404);
    }

    @Test
    void wrong_files_are_refused_with_what_to_do_and_nothing_is_kept() {
        long before = process.tail();
        int kept = process.get(ADMINISTRATOR, "/api/v1/imports").body().get("imports").size();
        Answer columns = process.upload(ADMINISTRATOR, "members", "Mã;Tên\nDV;A\n");
        assertThat(columns.status()).isEqualTo(422);
        assertThat(columns.problem()).isEqualTo("import/wrong-columns");
        assertThat(columns.body().get("detail").asString()).contains("Mã").contains("Member code");
        String rows = IntStream.range(0, 100_000).mapToObj(i -> "DV-" + i).collect(Collectors.joining("\n"));
        assertThat(process.upload(ADMINISTRATOR, "members", "memberCode\n" + rows).problem())
                .isEqualTo("import/too-many-rows");
        assertThat(process.upload(ADMINISTRATOR, "agreements", "x\ny\n").problem()).isEqualTo("import/not-imported");
        assertThat(process.upload(ADMINISTRATOR, "members", "").problem()).isIn("import/no-rows", "missing-body");
        assertThat(process.send(ADMINISTRATOR, "/api/v1/imports/members", ImportProcess.XLSX, "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                        .problem())
                .isEqualTo("import/no-spreadsheet");
        assertThat(process.send(ADMINISTRATOR, "/api/v1/imports/members", "image/png", new byte[] {1}).status()).isEqualTo(415);
        assertThat(process.send(ADMINISTRATOR, "/api/v1/imports/members", "text/csv", new byte[5 << 20]).status()).isEqualTo(413);
        assertThat(process.send(ADMINISTRATOR, "/api/v1/imports/members", "text/csv", new byte[9 << 20]).status()).isEqualTo(413);
        assertThat(process.tail()).isEqualTo(before);
        assertThat(process.get(ADMINISTRATOR, "/api/v1/imports").body().get("imports").size()).isEqualTo(kept);
    }

    @Test
    void templates_have_the_headings_that_are_read() throws IOException {
        for (String resource : List.of("organisations", "members", "cell-assignments", "household-assignments",
                "outreach-sessions", "support-activities")) {
            Answer xlsx = process.get(RECORDER, "/api/v1/imports/templates/" + resource);
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.bytes()))) {
                assertThat(book.getSheets().count()).isEqualTo(2);
            }
            Answer empty = process.send(RECORDER, "/api/v1/imports/" + resource, ImportProcess.XLSX, xlsx.bytes());
            assertThat(empty.problem()).as("headings and no rows").isEqualTo("import/no-rows");
            String csv = ImportProcess.text(process.get(RECORDER, "/api/v1/imports/templates/" + resource + "?format=csv"));
            Answer line = process.upload(RECORDER, resource, csv + "x\n");
            assertThat(line.status()).as(ImportProcess.text(line)).isEqualTo(201);
            assertThat(fates(line.body())).containsExactly("REFUSED");
        }
    }
}
