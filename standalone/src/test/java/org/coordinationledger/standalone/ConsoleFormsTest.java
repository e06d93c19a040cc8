package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Steps are recorded through pages alone, and nothing is lost or recorded twice on the way. */
class ConsoleFormsTest {

    private static final String COMMUNE = "0b6f3c1e-52f4-4f0e-8f6a-1a2b3c4d5e09";
    private static final String CHECK = ".actions button[value=check]";
    private static final String RECORD = "button[value=record]";
    private static final Township TOWNSHIP = new Township(List.of("post", COMMUNE, "cell"), Clock.systemUTC());

    private Visitor visitor;

    @BeforeAll
    static void record() {
        TOWNSHIP.register("central", "CENTRAL_BODY", "Trung ương", Map.of());
        TOWNSHIP.register("province", "PROVINCIAL_PARTY_COMMITTEE", "Tỉnh ủy", Map.of("partySuperior", "central"));
        TOWNSHIP.register("guard", "PROVINCIAL_BORDER_GUARD_COMMITTEE", "Đảng ủy Biên phòng tỉnh",
                Map.of("partySuperior", "province"));
        TOWNSHIP.register("post", "BORDER_POST", "Đồn Biên phòng Thông Bình", Map.of("commandSuperior", "guard"));
        TOWNSHIP.register(COMMUNE, "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã Thông Bình", Map.of("partySuperior", "province"));
        TOWNSHIP.register("cell", "CELL", "Chi bộ ấp 3", Map.of("partySuperior", COMMUNE));
        for (String member : List.of("m-1", "m-2", "m-3", "m-4", "m-5", "m-6", "m-7")) {
            TOWNSHIP.record("post.records", "members", Map.of(
                    "id", member, "effectiveOn", "2012-01-01", "code", "DV-" + member, "home", "post",
                    "membership", "OFFICIAL", "personalData", Map.of("name", "Nguyễn Văn Thử")));
        }
    }

    private static void selected(String id, String member) {
        TOWNSHIP.record("post.records", "cell-assignments", Map.of(
                "id", id, "effectiveOn", "2013-01-10", "member", member, "post", "post", "commune", COMMUNE));
        assertThat(TOWNSHIP.read("cell-assignments/" + id, Map.of()).status()).isEqualTo(200);
    }

    /** A member is given a seat in the cell. */
    private static void seated(String id, String member) {
        selected(id, member);
        String address = "cell-assignments/" + id + "/";
        TOWNSHIP.record(COMMUNE + ".decides", address + "agree", Map.of("effectiveOn", "2013-01-20"));
        TOWNSHIP.record("post.decides", address + "introduce", Map.of(
                "effectiveOn", "2013-02-10", "letter", id + "-GT/ĐU", "letterDate", "2013-02-08",
                "cells", List.of("cell"), "regime", "PROVISIONAL_PARTICIPATION", "votingRight", true));
        TOWNSHIP.record(COMMUNE + ".records", address + "receive", Map.of("effectiveOn", "2013-02-20"));
        TOWNSHIP.record(COMMUNE + ".decides", address + "assign", Map.of("effectiveOn", "2013-03-01", "cell", "cell"));
    }

    private Visitor come(String user) {
        leave();
        visitor = Visitor.of(TOWNSHIP.address(), Look.USUAL).login(user, Township.PASSWORD);
        return visitor;
    }

    @AfterEach
    void leave() {
        if (visitor != null) {
            visitor.close();
            visitor = null;
        }
    }

    /** Fills in fields by their names, without the prefix that all have. */
    private void fill(Map<String, String> fields) {
        fields.forEach((name, value) -> {
            var field = visitor.page().locator("[name='f." + name + "']");
            if (field.evaluate("e => e.tagName").equals("SELECT")) {
                field.selectOption(value);
            } else {
                field.fill(value);
            }
        });
    }

    private void recordForm(Map<String, String> fields) {
        fill(fields);
        visitor.click(CHECK);
        assertThat(visitor.page().locator(RECORD).count()).as(visitor.text()).isOne();
        visitor.assertAccessible();
        visitor.click(RECORD);
        assertThat(visitor.text()).contains("Đã ghi:");
    }

    private void step(String id, String user, String button, Map<String, String> fields) {
        come(user).open("/console/records/cell-assignments/" + id);
        visitor.click("#next a:text-is('" + button + "')");
        visitor.assertAccessible();
        recordForm(fields);
    }

    @Test
    void an_assignment_is_recorded_from_selection_to_the_hosts_comment() {
        come("post.records").open("/console");
        visitor.click("text=Ghi mới");
        visitor.click("a:has-text('Lựa chọn đảng viên')");
        assertThat(visitor.page().inputValue("[name='f.post']")).isEqualTo("Đồn Biên phòng Thông Bình");
        assertThat(visitor.page().inputValue("[name='f.post~']")).isEqualTo("Đồn Biên phòng Thông Bình [post]");
        recordForm(Map.of("effectiveOn", "10/01/2013", "member", "dv-m-1", "commune", "dang uy xa thong binh"));
        String address = visitor.address();
        String id = address.substring(address.lastIndexOf('/') + 1, address.indexOf('?'));

        step(id, COMMUNE + ".decides", "Thống nhất", Map.of("effectiveOn", "20/01/2013"));
        step(id, "post.decides", "Giới thiệu", Map.of(
                "effectiveOn", "10/02/2013", "letter", "3-GT/ĐU", "letterDate", "08/02/2013", "cells.0", "chi bo ap 3",
                "regime", "PROVISIONAL_PARTICIPATION", "votingRight", "true"));
        step(id, COMMUNE + ".records", "Tiếp nhận", Map.of("effectiveOn", "20/02/2013"));
        step(id, COMMUNE + ".decides", "Phân công về chi bộ", Map.of("effectiveOn", "01/03/2013", "cell", "chi bo ap 3"));
        step(id, COMMUNE + ".records", "Nhận xét", Map.of("effectiveOn", "20/12/2013", "period", "2013"));

        assertThat(TOWNSHIP.read("cell-assignments/" + id + "/history", Map.of()).json().path("steps").size())
                .isEqualTo(6);
        assertThat(visitor.text()).as("that the home organisation has not taken note").containsPattern("2013\\s*: không");
        visitor.screenshot("recorded-through-pages");
        come("post.records").open("/console?waitForPosition=" + TOWNSHIP.tail());
        assertThat(visitor.page().locator("ul.last").innerText()).contains("Đồn lựa chọn đảng viên", "DV-m-1 · Chi bộ ấp 3");
    }

    @Test
    void a_meeting_is_recorded_on_one_page_that_knows_who_should_be_there() {
        seated("5", "m-5");
        seated("6", "m-6");
        come("cell.records").open("/console/records/organisations/cell?waitForPosition=" + TOWNSHIP.tail());
        visitor.click("#next a:text-is('Ghi buổi sinh hoạt')");
        int expected = visitor.page().locator("[name^='f.attendance.'][name$='.presence']").count();
        String first = visitor.page().inputValue("[name='f.attendance.0.cellAssignment']");
        assertThat(expected).isGreaterThanOrEqualTo(2);
        assertThat(first).startsWith("DV-m-");
        visitor.assertAccessible();
        while (visitor.page().locator("button[value^='less:attendance.']").count() > 2) {
            visitor.click("button[value^='less:attendance.'] >> nth=0");
        }
        visitor.expect(422);
        visitor.click(CHECK);
        assertThat(visitor.page().locator("#errors").innerText()).contains("Có mặt hoặc lý do vắng");

        visitor.page().locator("[name$='.presence']").nth(0).selectOption("ATTENDED");
        visitor.page().locator("[name$='.presence']").nth(1).selectOption("ABSENT_ON_DUTY");
        recordForm(Map.of("superiors.0", "dang uy xa thong binh"));

        assertThat(visitor.text()).contains("có mặt", "vắng do làm nhiệm vụ", "Đảng ủy xã Thông Bình").containsPattern(
                "Chi bộ ấp 3 · \\d\\d/20\\d\\d");
        visitor.screenshot("meeting-recorded");
    }

    @Test
    void what_a_dissolved_organisation_left_is_handed_over_by_one_form() {
        TOWNSHIP.register("old-commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã cũ", Map.of("partySuperior", "province"));
        for (String id : List.of("left-1", "left-2")) {
            TOWNSHIP.record("post.records", "members", Map.of(
                    "id", "m-" + id, "effectiveOn", "2012-01-01", "code", "DV-" + id, "home", "post",
                    "membership", "OFFICIAL", "personalData", Map.of("name", "Nguyễn Văn Thử")));
            TOWNSHIP.record("post.records", "cell-assignments", Map.of(
                    "id", id, "effectiveOn", "2013-01-10", "member", "m-" + id, "post", "post",
                    "commune", "old-commune"));
        }
        TOWNSHIP.record("administrator", "organisations/old-commune/dissolve", Map.of(
                "effectiveOn", "2014-01-01", "manner", "MERGED", "successors", List.of(COMMUNE), "reason", "Sắp xếp lại"));
        come(COMMUNE + ".decides").open("/console/records/organisations/old-commune?waitForPosition=" + TOWNSHIP.tail());
        visitor.click("#next a:text-is('Quyết định xử lý hồ sơ của tổ chức đã giải thể')");
        assertThat(visitor.page().locator("[name^='f.items.'][name$='.record.id']").count()).isEqualTo(2);
        assertThat(visitor.page().inputValue("[name='f.items.0.by']")).isEqualTo("Đảng ủy xã Thông Bình");
        visitor.click("button[value='less:items.1']");
        assertThat(visitor.page().locator("[name^='f.items.'][name$='.record.id']").count()).isOne();
        recordForm(Map.of("effectiveOn", "01/02/2014"));

        assertThat(TOWNSHIP.read("handovers", Map.of()).json().path("items").size()).isOne();
    }

    @Test
    void the_figures_of_a_review_are_frozen_as_they_stand_and_come_out_again() {
        TOWNSHIP.record("post.records", "basis-documents", Map.of(
                "id", "plan", "effectiveOn", "2013-01-01", "number", "01/KH-ĐB", "kind", "PLAN", "series", "STATE_YEAR",
                "issuer", "post", "issuedOn", "2013-01-01", "subject", "Kế hoạch phối hợp", "appliesTo", List.of("post")));
        TOWNSHIP.record("post.decides", "reviews", Map.of(
                "id", "review", "effectiveOn", "2014-01-15", "convener", "post", "kind", "INTERIM",
                "reviewed", Map.of("resource", "basis-documents", "id", "plan"),
                "firstDay", "2013-01-01", "lastDay", "2013-12-31", "consentBy", "guard"));
        come("post.decides").open("/console/records/reviews/review?waitForPosition=" + TOWNSHIP.tail());
        visitor.click("#next a:text-is('Chốt số liệu')");
        int figures = visitor.page().locator("[name^='f.figures.'][name$='.figure']").count();
        assertThat(figures).isPositive();
        assertThat(visitor.page().locator("[name='f.figures.0.effectiveOn']").inputValue()).isEqualTo("31/12/2013");
        assertThat(visitor.page().locator("[name='f.figures.0.scope']").inputValue())
                .isEqualTo("Đồn Biên phòng Thông Bình");
        recordForm(Map.of("effectiveOn", "15/01/2014"));
        visitor.click("a:has-text('Số liệu đã chốt')");

        assertThat(visitor.text()).contains("Tính lại từ sổ cái tại vị trí đó: " + figures + " số liệu đều khớp");
        visitor.assertAccessible();
        visitor.screenshot("frozen-figures");
        come("post.decides").open("/console/forms/reviews/review/freeze-figures");
        fill(Map.of("effectiveOn", "16/01/2014", "figures.0.value.value", "99"));
        visitor.expect(422);
        visitor.click(CHECK);
        assertThat(visitor.text()).contains("của sổ cái là 1, không phải 99", "Chưa có gì được ghi vào sổ");
        assertThat(visitor.page().locator("[name='f.figures.0.value.value']").inputValue()).isEqualTo("99");
    }

    @Test
    void a_form_of_very_many_lines_is_read_whole() {
        come(COMMUNE + ".decides").open("/console/forms/handovers");
        Map<String, String> sent = new HashMap<>(Map.of(
                "_csrf", visitor.token(), "key", "many-lines", "f.effectiveOn", "01/02/2014", "do", "check"));
        for (int line = 0; line < HandoverEvent.MOST_ITEMS; line++) {
            for (String part : List.of("record.resource", "record.id", "outcome", "by", "reason")) {
                sent.put("f.items." + line + "." + part, "dòng " + line);
            }
        }
        visitor.expect(422);
        visitor.post("/console/forms/handovers", sent);

        assertThat(visitor.page().locator("[name^='f.items.'][name$='.record.id']").count())
                .isEqualTo(HandoverEvent.MOST_ITEMS);
        assertThat(visitor.page().inputValue("[name='f.items.%d.by']".formatted(HandoverEvent.MOST_ITEMS - 1)))
                .isEqualTo("dòng " + (HandoverEvent.MOST_ITEMS - 1));
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
        selected("wrong", "m-2");
        long tail = TOWNSHIP.tail();
        come(COMMUNE + ".decides").open("/console/forms/cell-assignments/wrong/agree");
        visitor.expect(422);

        fill(Map.of("effectiveOn", "31/02/2013", "document", "12-CV/ĐU"));
        visitor.click(CHECK);
        assertThat(visitor.page().locator("#errors").innerText()).contains("Ngày có hiệu lực: hãy viết ngày/tháng/năm");
        assertThat(visitor.page().locator("#f-effectiveOn").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(visitor.page().inputValue("#f-document")).isEqualTo("12-CV/ĐU");
        visitor.assertAccessible();

        fill(Map.of("effectiveOn", "01/01/2012"));
        visitor.click(CHECK);
        assertThat(visitor.page().locator("#errors").innerText()).contains("01/01/2012");
        assertThat(visitor.page().inputValue("#f-document")).isEqualTo("12-CV/ĐU");
        assertThat(TOWNSHIP.tail()).isEqualTo(tail);
    }

    @Test
    void what_was_typed_stays_when_the_language_is_changed() {
        come("post.records").open("/console/forms/support-activities");
        fill(Map.of("effectiveOn", "10/01/2013", "extent.quantity.value", "1.250,5", "extent.quantity.phrase", "gạo"));
        visitor.click("header button[value=language]");

        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(visitor.page().inputValue("[name='f.effectiveOn']")).isEqualTo("10/01/2013");
        assertThat(visitor.page().inputValue("[name='f.extent.quantity.value']")).isEqualTo("1,250.5");
        assertThat(visitor.page().inputValue("[name='f.extent.quantity.phrase']")).isEqualTo("gạo");
        visitor.assertAccessible();
        visitor.open("/console");
        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void a_double_click_records_once() {
        selected("double", "m-5");
        come(COMMUNE + ".decides").open("/console/forms/cell-assignments/double/agree");
        fill(Map.of("effectiveOn", "20/01/2013", "document", "12-CV/ĐU"));
        visitor.click(CHECK);
        long tail = TOWNSHIP.tail();
        visitor.turn(() -> visitor.page().dblclick(RECORD));

        assertThat(visitor.page().locator("ol.life > li").count()).isEqualTo(2);
        assertThat(TOWNSHIP.tail()).isEqualTo(tail + 1);
    }

    @Test
    void a_record_that_may_be_several_is_chosen_from_those_found() {
        come("post.records").open("/console/forms/cell-assignments");
        visitor.expect(422);
        fill(Map.of("member", "dv m", "commune", "khong co xa nay"));
        visitor.click(CHECK);
        assertThat(visitor.page().locator("#errors").innerText())
                .contains("Đảng viên: có nhiều hồ sơ như vậy")
                .contains("không tìm thấy hồ sơ nào như vậy");
        assertThat(visitor.page().locator("ul.candidates").innerText()).contains("[m-1]", "[m-2]");
    }

    @Test
    void a_form_that_is_sent_twice_is_recorded_once() {
        selected("twice", "m-3");
        come(COMMUNE + ".decides").open("/console/forms/cell-assignments/twice/agree");
        fill(Map.of("effectiveOn", "20/01/2013"));
        visitor.click(CHECK);
        Map<String, String> sent = Map.of(
                "_csrf", visitor.token(),
                "key", visitor.page().inputValue("[name=key]"),
                "version", visitor.page().inputValue("[name=version]"),
                "f.effectiveOn", "20/01/2013",
                "do", "record");
        String form = "/console/forms/cell-assignments/twice/agree";
        visitor.post(form, sent);
        assertThat(visitor.text()).contains("Đã ghi:");
        long tail = TOWNSHIP.tail();
        visitor.post(form, sent);

        assertThat(visitor.text()).contains("Đã ghi:");
        assertThat(TOWNSHIP.tail()).isEqualTo(tail);
    }

    @Test
    void who_decides_on_a_record_that_others_changed_is_told_so() {
        selected("changed", "m-4");
        come(COMMUNE + ".decides").open("/console/forms/cell-assignments/changed/agree");
        fill(Map.of("effectiveOn", "20/01/2013"));
        visitor.click(CHECK);
        TOWNSHIP.record(COMMUNE + ".decides", "cell-assignments/changed/agree", Map.of("effectiveOn", "2013-01-15"));
        visitor.expect(422);
        visitor.click(RECORD);

        assertThat(visitor.page().locator("#errors").innerText()).contains("Hồ sơ đã có bước mới");
        assertThat(visitor.page().inputValue("#f-effectiveOn")).isEqualTo("20/01/2013");
    }

    @Test
    void forms_work_without_scripts_on_a_phone() {
        leave();
        visitor = Visitor.withoutScripts(TOWNSHIP.address(), new Look("en", ColorScheme.DARK, 320))
                .login("post.records", Township.PASSWORD);
        visitor.open("/console/forms/briefings");
        visitor.assertFits(320);
        visitor.click("button[value='more:bases']");
        assertThat(visitor.page().locator("[name='f.bases.1']").count()).isOne();
        visitor.expect(422);
        visitor.click(CHECK);
        assertThat(visitor.page().locator("#errors").innerText()).contains("needed");
    }

    @Test
    void a_step_that_is_another_partys_is_not_offered_and_its_form_says_why() {
        selected("others", "m-1");
        come("post.decides").open("/console/records/cell-assignments/others");
        assertThat(visitor.page().locator("#next a:text-is('Thống nhất')").count()).isZero();
        visitor.open("/console/forms/cell-assignments/others/agree");
        assertThat(visitor.text()).contains("Đảng ủy xã Thông Bình", "chưa thực hiện được bước này");
    }

    @Test
    void a_form_of_a_record_or_a_step_that_is_not_there_leads_to_a_page_that_says_so() {
        selected("there", "m-2");
        come("post.records").open("/console/forms/cell-assignments/nowhere/agree", 404);
        visitor.open("/console/forms/cell-assignments/there/no-such-step", 404);
        visitor.open("/console/forms/no-such-kind", 404);
        assertThat(visitor.page().locator("h1").innerText()).isNotBlank();
    }
}
