package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people ask of the ledger is found from the first page in four clicks at most, in both languages. */
class ConsoleQuestionsTest {

    private static final int MOST_CLICKS = 4;
    private static final MovedClock CLOCK = new MovedClock();
    private static final Township TOWNSHIP = new Township(List.of("province", "post", "commune", "cell", "old-commune"), CLOCK);

    private Visitor visitor;
    private int clicks;

    @BeforeAll
    static void record() {
        TOWNSHIP.register("central", "CENTRAL_BODY", "Trung ương", Map.of());
        TOWNSHIP.register("province", "PROVINCIAL_PARTY_COMMITTEE", "Tỉnh ủy", Map.of("partySuperior", "central"));
        TOWNSHIP.register("guard", "PROVINCIAL_BORDER_GUARD_COMMITTEE", "Đảng ủy Biên phòng tỉnh",
                Map.of("partySuperior", "province"));
        TOWNSHIP.register("commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã Thông Bình", Map.of("partySuperior", "province"));
        TOWNSHIP.register("old-commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã Tân Cũ", Map.of("partySuperior", "province"));
        TOWNSHIP.register("post", "BORDER_POST", "Đồn Biên phòng Thông Bình",
                Map.of("commandSuperior", "guard", "covers", List.of("commune", "old-commune")));
        TOWNSHIP.register("cell", "CELL", "Chi bộ ấp 3", Map.of("partySuperior", "commune"));
        for (int n = 1; n <= 4; n++) {
            TOWNSHIP.record("post.records", "members", Map.of(
                    "id", "m-" + n, "effectiveOn", "2010-01-05", "code", "DV-10" + n, "home", "post",
                    "membership", "OFFICIAL", "personalData", Map.of("name", "Nguyễn Văn Thử")));
        }
        seat("seat", "m-1", "commune");
        inspection();
        letters();
        households();
        agreement();
        seat("moved", "m-4", "old-commune");
        CLOCK.moveTo(LocalDate.of(2025, 7, 2));
        TOWNSHIP.record("administrator", "organisations/old-commune/dissolve", Map.of(
                "effectiveOn", "2025-07-01", "manner", "MERGED", "successors", List.of("commune"), "reason", "Sắp xếp lại"));
        TOWNSHIP.record("commune.decides", "cell-assignments/moved/inherit", Map.of(
                "effectiveOn", "2025-07-01", "from", "old-commune", "by", "commune"));
        CLOCK.moveTo(LocalDate.of(2026, 2, 1));
        briefing();
        assertThat(TOWNSHIP.read("organisations", Map.of()).status()).isEqualTo(200);
    }

    private static void seat(String id, String member, String commune) {
        CLOCK.moveTo(LocalDate.of(2013, 3, 2));
        TOWNSHIP.record("post.records", "cell-assignments", Map.of(
                "id", id, "effectiveOn", "2013-01-10", "member", member, "post", "post", "commune", commune));
        TOWNSHIP.record(commune + ".decides", "cell-assignments/" + id + "/agree", Map.of("effectiveOn", "2013-01-20"));
        if (commune.equals("commune")) {
            TOWNSHIP.record("post.decides", "cell-assignments/" + id + "/introduce", Map.of(
                    "effectiveOn", "2013-02-10", "letter", "3-GT/ĐU", "letterDate", "2013-02-08", "cells", List.of("cell"),
                    "regime", "PROVISIONAL_PARTICIPATION", "votingRight", true));
            TOWNSHIP.record("commune.records", "cell-assignments/" + id + "/receive", Map.of("effectiveOn", "2013-02-20"));
            TOWNSHIP.record("commune.decides", "cell-assignments/" + id + "/assign", Map.of("effectiveOn", "2013-03-01", "cell", "cell"));
        }
    }

    private static void inspection() {
        CLOCK.moveTo(LocalDate.of(2017, 3, 5));
        TOWNSHIP.record("administrator", "organisations/province/open-term", Map.of(
                "effectiveOn", "2015-10-01", "term", "2015–2020", "lastDay", "2020-09-30"));
        Map<String, Object> decided = new HashMap<>(Map.of(
                "id", "found", "effectiveOn", "2017-02-01", "kind", "INSPECTION", "commissionedBy", "province",
                "number", "21-QĐ/TU", "subjects", List.of("commune"), "scope", "Phối hợp", "team", List.of("P-province-3"),
                "leader", "P-province-3"));
        decided.put("firstDay", "2017-02-01");
        decided.put("lastDay", "2017-03-31");
        TOWNSHIP.record("province.decides", "inspections", decided);
        TOWNSHIP.record("province.inspects", "inspections/found/find", Map.of(
                "effectiveOn", "2017-02-10", "finding", "late", "kind", "SHORTCOMING", "organisation", "commune",
                "what", "Chậm nhận xét đảng viên"));
        TOWNSHIP.record("commune.records", "inspections/found/hear", Map.of("effectiveOn", "2017-02-20", "statement", "Đồng ý"));
        TOWNSHIP.record("province.decides", "inspections/found/conclude", Map.of(
                "effectiveOn", "2017-03-01", "number", "22-KL/TU", "findings", List.of("late")));
        TOWNSHIP.record("province.decides", "inspections/found/require-remedy", Map.of(
                "effectiveOn", "2017-03-02", "finding", "late", "responsible", "commune", "what", "Gửi nhận xét",
                "dueOn", "2017-06-30"));
    }

    private static void briefing() {
        Map<String, Object> draft = Map.of(
                "id", "told", "effectiveOn", "2026-01-05", "post", "post", "subject", "Tình hình biên giới quý bốn",
                "topic", "SECURITY", "classification", "ORDINARY", "digest", "text: Thông báo tình hình");
        TOWNSHIP.record("post.records", "briefings", draft);
        TOWNSHIP.record("post.records", "briefings/told/submit", Map.of("effectiveOn", "2026-01-06", "revision", 1));
        TOWNSHIP.record("post.decides", "briefings/told/pass", Map.of(
                "effectiveOn", "2026-01-07", "revision", 1, "digest", "text: Thông báo tình hình",
                "actingBody", "COMMITTEE"));
        TOWNSHIP.record("post.records", "briefings/told/deliver", Map.of(
                "effectiveOn", "2026-01-15", "cell", "cell", "audience", "CELL",
                "digest", "text: Thông báo tình hình"));
    }

    private static void letters() {
        CLOCK.moveTo(LocalDate.of(2023, 7, 1));
        Map.of("01-CV/ĐU", "2023-01-10", "02-CV/ĐU", "2023-02-10", "05-CV/ĐU", "2023-05-10").forEach((number, day) ->
                TOWNSHIP.record("commune.records", "basis-documents", Map.of(
                        "effectiveOn", day, "number", number, "kind", "OFFICIAL_LETTER", "series", "STATE_YEAR",
                        "issuer", "commune", "issuedOn", day, "subject", "Về công tác phối hợp")));
    }

    /** One is recorded in time, the other half a year late. */
    private static void households() {
        household("h-1", "H1", "m-2", "2023-09-01", LocalDate.of(2023, 9, 5));
        household("h-2", "H2", "m-3", "2023-09-10", LocalDate.of(2024, 2, 1));
    }

    private static void household(String id, String household, String member, String day, LocalDate recorded) {
        CLOCK.moveTo(recorded);
        TOWNSHIP.record("commune.records", "household-assignments", Map.of(
                "id", id, "effectiveOn", day, "member", member, "post", "post", "commune", "commune", "cell", "cell"));
        TOWNSHIP.record("post.decides", "household-assignments/" + id + "/assign", Map.of(
                "effectiveOn", day, "households", List.of("AP-" + household)));
    }

    private static void agreement() {
        CLOCK.moveTo(LocalDate.of(2025, 3, 1));
        Map<String, Object> rules = Map.of(
                "id", "rules", "effectiveOn", "2025-02-01", "kind", "COORDINATION_RULES", "subject", "Quy chế phối hợp",
                "lead", "post", "parties", List.of("post", "commune"), "text", "text: Quy chế phối hợp", "firstDay", "2025-03-01");
        TOWNSHIP.record("post.records", "agreements", rules);
        TOWNSHIP.record("post.records", "agreements/rules/propose", Map.of("effectiveOn", "2025-02-10"));
    }

    private void ask(String language) {
        visitor = Visitor.of(TOWNSHIP.address(), new Look(language, ColorScheme.LIGHT, 1240))
                .login("auditor", Township.PASSWORD);
        visitor.open("/console");
        clicks = 0;
    }

    @AfterEach
    void close() {
        visitor.close();
        assertThat(clicks).isBetween(1, MOST_CLICKS);
    }

    private void click(String selector) {
        clicks++;
        Locator found = visitor.page().locator(selector).first();
        visitor.turn(found::click);
    }

    /** What is typed into a field and sent with the key for it is a click. */
    private void type(String selector, String text) {
        clicks++;
        visitor.page().fill(selector, text);
        visitor.turn(() -> visitor.page().press(selector, "Enter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void who_introduced_a_member_to_a_cell_and_by_which_letter(String language) {
        ask(language);
        type("header [name=q]", "DV-101");
        click("main a[href*='/cell-assignments/seat']");
        click("ol.life a[href*='step=3']");

        assertThat(visitor.text()).contains("3-GT/ĐU");
        assertThat(visitor.page().locator(".difference .who").innerText()).contains("Đồn Biên phòng Thông Bình", "P-post-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void which_briefings_were_given_in_a_commune_this_year_and_who_passed_each_text(String language) {
        ask(language);
        type("header [name=q]", "dang uy xa thong binh");
        click("main a[href*='/organisations/commune']");
        click("aside a[href*='/organisations/commune/briefings']");

        assertThat(visitor.page().locator("main tbody tr").count()).isOne();
        assertThat(visitor.page().locator("main tbody").innerText())
                .contains("Tình hình biên giới quý bốn", "Chi bộ ấp 3", "Đồn Biên phòng Thông Bình", "P-post-2");
        visitor.assertAccessible();
        visitor.screenshot("briefings-in-a-commune-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void what_an_inspection_found_what_is_open_and_whose_turn_it_is(String language) {
        ask(language);
        type("header [name=q]", "21-QĐ/TU");
        click("main a[href*='/inspections/found']");

        assertThat(visitor.text()).contains("Chậm nhận xét đảng viên", "Gửi nhận xét");
        assertThat(visitor.page().locator("ul.waiting li").innerText()).contains("Đảng ủy xã Thông Bình", "2017");
        visitor.assertAccessible();
        visitor.screenshot("inspection-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void whether_the_approver_was_entitled_on_that_day(String language) {
        RunningDemo demo = RunningDemo.instance();
        visitor = Visitor.of(demo.address(), new Look(language, ColorScheme.LIGHT, 1240))
                .login("auditor", demo.client().passwordOf("auditor"));
        visitor.open("/console");
        clicks = 0;
        type("header [name=q]", "DV-DT-036");
        click("main a[href*='/cell-assignments/']");
        click("aside a[href*='/trail']");

        Locator approval = visitor.page().locator("main tbody tr:has(.tag)").first();
        assertThat(approval.locator("td").last().innerText()).isEqualTo(language.equals("vi") ? "✓ có" : "✓ yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void what_changed_in_an_assignment_between_two_dates(String language) {
        ask(language);
        type("header [name=q]", "DV-101");
        click("main a[href*='/cell-assignments/seat']");
        visitor.page().fill("form.times [name=effectiveOn]", "05/03/2013");
        type("form.times [name=comparedWith]", "15/02/2013");

        assertThat(visitor.page().locator("#comparison ins").allInnerTexts()).contains("Chi bộ ấp 3");
        assertThat(visitor.page().locator("#comparison a[href*='step=5']").count()).isOne();
        assertThat(visitor.page().locator("#comparison a[href*='step=3']").count()).isZero();
        visitor.assertAccessible();
        visitor.screenshot("record-compared-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void which_agreements_lack_whose_signature(String language) {
        ask(language);
        click("header nav a[href='/console/figures']");
        click("main td a[href*='/agreementsAwaitingSignature/records']");

        assertThat(visitor.page().locator("main tbody").innerText())
                .contains("Đồn Biên phòng Thông Bình", "Đảng ủy xã Thông Bình");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void how_many_households_had_a_member_in_charge_on_a_day_as_known_then_and_as_known_now(String language) {
        ask(language);
        click("header nav a[href='/console/figures']");
        visitor.page().fill("form.times [name=effectiveOn]", "24/09/2023");
        type("form.times [name=knownOn]", "24/09/2023");
        assertThat(households(visitor)).isEqualTo("1");
        type("form.times [name=knownOn]", "");

        assertThat(households(visitor)).isEqualTo("2");
    }

    private static String households(Visitor visitor) {
        return visitor.page().locator("main tr:has(a[href*='/figures/householdsInCharge?']) td").first().innerText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void why_a_figure_is_what_it_is(String language) {
        ask(language);
        click("header nav a[href='/console/figures']");
        click("main a[href*='/figures/openCellAssignments?'], main a[href$='/figures/openCellAssignments']");
        click(".ways a[href*='/why']");

        assertThat(visitor.page().locator("main a[href*='/cell-assignments/seat']").count()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void which_letters_of_a_year_are_missing_in_a_committees_series(String language) {
        ask(language);
        click("header nav a[href='/console/documents']");
        visitor.page().fill("main [name=period]", "2023");
        type("main [name=issuer]", "dang uy xa thong binh");

        assertThat(visitor.page().locator("main tbody").innerText()).contains("3, 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void what_became_of_the_assignments_of_a_dissolved_organisation(String language) {
        ask(language);
        type("header [name=q]", "xa tan cu");
        click("main a[href*='/organisations/old-commune']");
        click("aside a[href*='/console/audit?']");
        click("main tbody a[href*='/cell-assignments/moved?step=3']");

        assertThat(visitor.page().locator(".difference").innerText()).contains("Đảng ủy xã Tân Cũ", "Đảng ủy xã Thông Bình");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void is_this_record_complete_and_unaltered(String language) {
        ask(language);
        type("header [name=q]", "DV-101");
        click("main a[href*='/cell-assignments/seat']");

        Locator proof = visitor.page().locator(".evidence .proof");
        proof.and(visitor.page().locator(".good")).waitFor();
        int steps = visitor.page().locator("ol.life > li").count();
        assertThat(proof.innerText()).contains(language.equals("vi") ? "Trình duyệt của bạn đã kiểm tra" : "Verified in your browser")
                .contains(Integer.toString(steps));
        assertThat(visitor.page().locator("ol.life .proven:visible").count()).isEqualTo(steps);
        assertThat(visitor.page().locator(".evidence a[href$='/proof']").count()).isEqualTo(1);
    }
}
