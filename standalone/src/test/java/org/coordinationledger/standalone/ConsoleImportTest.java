package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of records are sent, looked over and recorded on pages. */
class ConsoleImportTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String HEADINGS =
            "Mã đảng viên;Ngày có hiệu lực;Nơi sinh hoạt chính thức;Đảng viên;Họ và tên\n";
    private static final Township TOWNSHIP = new Township(List.of("post", "commune"), Clock.systemUTC());

    private Visitor visitor;

    @BeforeAll
    static void record() {
        TOWNSHIP.register("province", "PROVINCIAL_PARTY_COMMITTEE", "Tỉnh ủy", Map.of());
        TOWNSHIP.register("commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã Thông Bình", Map.of("partySuperior", "province"));
        TOWNSHIP.register("post", "BORDER_POST", "Đồn Biên phòng Thông Bình", Map.of("partySuperior", "province"));
        assertThat(TOWNSHIP.read("organisations/post", Map.of()).status()).isEqualTo(200);
    }

    @AfterEach
    void leave() {
        if (visitor != null) {
            visitor.close();
            visitor = null;
        }
    }

    private void send(String name, String type, byte[] content) {
        visitor.open("/console/import");
        visitor.page().selectOption("[name=resource]", "members");
        visitor.page().setInputFiles("[name=file]", new FilePayload(name, type, content));
        visitor.click("form.command button");
    }

    private static byte[] rows(String... codes) {
        StringBuilder file = new StringBuilder("\ufeff").append(HEADINGS);
        for (String code : codes) {
            file.append(code).append(";01/03/2019;Đồn Biên phòng Thông Bình;chính thức;Nguyễn Văn Thử\n");
        }
        return file.append("DV-SAI;31/02/2019;Đồn Biên phòng Thông Bình;chính thức;Lê Văn Sai\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_is_looked_over_recorded_and_its_refused_rows_come_back() throws IOException {
        visitor = Visitor.of(TOWNSHIP.address(), Visitor.Look.USUAL).login("post.records", Township.PASSWORD);
        visitor.open("/console/forms");
        visitor.click("a:has-text('Nhập từ bảng tính')");
        send("dang-vien.csv", "text/csv", rows("DV-C1", "DV-C2"));

        assertThat(visitor.text()).contains("dang-vien.csv").contains("Sẽ ghi").contains("31/02/2019")
                .doesNotContain("Nguyễn Văn Thử");
        visitor.assertAccessible();
        visitor.click("button:has-text('Ghi 2 dòng')");
        visitor.page().waitForSelector("h2:has-text('Đã ghi xong')");
        visitor.assertAccessible();
        assertThat(visitor.text()).contains("Đã ghi 2 dòng; 1 dòng bị từ chối.");

        Download refused = visitor.page().waitForDownload(() -> visitor.page().click("a[href$='/refused']"));
        try (InputStream content = refused.createReadStream(); ReadableWorkbook book = new ReadableWorkbook(content)) {
            assertThat(book.getFirstSheet().read().get(1).toString()).isNotEmpty();
            assertThat(book.getFirstSheet().read().get(1).getCellText(4)).isEqualTo("Lê Văn Sai");
        }
        send("dang-vien.csv", "text/csv", rows("DV-C1", "DV-C2"));
        assertThat(visitor.text()).contains("Không có dòng nào để ghi.");
    }

    @Test
    void everything_works_without_scripts() {
        visitor = Visitor.withoutScripts(TOWNSHIP.address(), Visitor.Look.USUAL).login("post.records", Township.PASSWORD);
        send("dang-vien.csv", "text/csv", rows("DV-N1"));
        visitor.click("button:has-text('Ghi 1 dòng')");
        for (int look = 0; look < 200 && visitor.page().locator("a:has-text('Xem tiến độ')").count() > 0; look++) {
            visitor.click("a:has-text('Xem tiến độ')");
        }

        assertThat(visitor.text()).contains("Đã ghi xong").contains("Đã ghi 1 dòng");
    }

    @Test
    void a_wrong_file_is_told_on_the_page_and_nothing_is_recorded() {
        visitor = Visitor.of(TOWNSHIP.address(), Visitor.Look.USUAL).login("post.records", Township.PASSWORD);
        visitor.expect(422);
        send("thu.xlsx", XLSX, "%PDF-1.7 không phải bảng tính".getBytes(StandardCharsets.UTF_8));
        assertThat(visitor.text()).contains("tệp PDF").contains("Chưa có gì được ghi.");
        visitor.assertAccessible();
        assertThat(visitor.page().locator("[name=resource]").inputValue()).isEqualTo("members");

        send("thu.csv", "text/csv", "Mã;Tên\nDV;x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(visitor.text()).contains("Sai cột").contains("Họ và tên");
    }

    @Test
    void a_file_that_is_too_large_to_be_read_at_all_is_answered_by_a_page() {
        visitor = Visitor.of(TOWNSHIP.address(), Visitor.Look.USUAL).login("post.records", Township.PASSWORD);
        visitor.expect(413);
        send("dang-vien.csv", "text/csv", new byte[9 << 20]);
        assertThat(visitor.text()).contains("Nội dung quá lớn").contains("Hãy chia nhỏ");
        visitor.assertAccessible();
    }

    @Test
    void hostile_text_in_a_file_is_shown_as_text() {
        visitor = Visitor.of(TOWNSHIP.address(), Visitor.Look.USUAL).login("post.records", Township.PASSWORD);
        String hostile = "<script>document.title='x'</script>";
        send(hostile.replace('/', '-') + "{x}.csv", "text/csv",
                (HEADINGS + hostile + ";01/03/2019;" + hostile + ";chính thức;A\n").getBytes(StandardCharsets.UTF_8));

        assertThat(visitor.text()).contains(hostile);
        assertThat(visitor.page().title()).contains("Nhập từ bảng tính");
    }

    @Test
    void a_template_can_be_taken() throws IOException {
        visitor = Visitor.of(TOWNSHIP.address(), Visitor.Look.USUAL).login("post.records", Township.PASSWORD);
        visitor.open("/console/import");

        Download template = visitor.page()
                .waitForDownload(() -> visitor.page().click("a[href='/console/import/templates/members']"));

        try (InputStream content = template.createReadStream(); ReadableWorkbook book = new ReadableWorkbook(content)) {
            assertThat(book.getFirstSheet().read().get(0).getCellText(1)).isEqualTo("Mã đảng viên");
        }
    }
}
