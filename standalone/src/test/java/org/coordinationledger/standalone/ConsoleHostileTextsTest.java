package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.Township.Answer;
import org.coordinationledger.standalone.Visitor.Look;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever texts records have, pages show them as texts. */
class ConsoleHostileTextsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCRIPT = "<script>document.title='hỏng'</script><img src=x onerror=\"document.title='hỏng'\">"
            + " \" ' `${7*7}` [[${7*7}]] [(${7*7})] {{7*7}} &amp; &lt;b&gt;";
    private static final String FORTY_SYLLABLES = "Đảng ủy xã "
            + "An Bình Trường Giang Quyết Thắng Tân Tiến Đoàn Kết Tân Lập Bình An Hưng Thịnh Phú Quý ".repeat(2)
            + "An Hòa Lạc";
    private static final String UNBROKEN = "Trườngxãkhôngcódấucách".repeat(6);
    private static final String RIGHT_TO_LEFT = "Xã שלום مرحبا";
    private static final String FIRST_TEXT = "text: Điều 1. " + SCRIPT + "\nĐiều 2. Giữ nguyên\n";
    private static final String SECOND_TEXT = "text: Điều 1. </pre></main><script>alert(1)</script>\nĐiều 2. Giữ nguyên\n";

    private static final Township TOWNSHIP =
            new Township(List.of("province", "guard", "commune"), Clock.systemUTC());

    private Visitor visitor;

    @BeforeAll
    static void record() {
        TOWNSHIP.register("central", "CENTRAL_BODY", "Trung ương", Map.of());
        TOWNSHIP.register("province", "PROVINCIAL_PARTY_COMMITTEE", "Tỉnh ủy " + SCRIPT, Map.of("partySuperior", "central"));
        TOWNSHIP.register("guard", "PROVINCIAL_BORDER_GUARD_COMMITTEE", FORTY_SYLLABLES, Map.of("partySuperior", "province"));
        TOWNSHIP.register("commune", "COMMUNE_PARTY_COMMITTEE", UNBROKEN, Map.of("partySuperior", "province"));
        TOWNSHIP.register("right-to-left", "COMMUNE_PARTY_COMMITTEE", RIGHT_TO_LEFT, Map.of("partySuperior", "province"));
        TOWNSHIP.record("administrator", "organisations/commune/rename", Map.of(
                "effectiveOn", "2015-01-01", "name", UNBROKEN + "x", "reason", SCRIPT));
        TOWNSHIP.record("administrator", "organisations/province/open-term", Map.of(
                "effectiveOn", "2015-10-01", "term", "2015–2020", "lastDay", "2020-09-30"));
        TOWNSHIP.record("province.records", "basis-documents", Map.of(
                "id", "document", "effectiveOn", "2016-01-10", "number", "09-QĐ/TU", "kind", "REGULATION",
                "series", "PARTY_TERM", "issuer", "province", "issuedOn", "2016-01-05", "subject", SCRIPT,
                "appliesTo", List.of("province")));
        TOWNSHIP.record("guard.records", "agreements", Map.of(
                "id", "agreement", "effectiveOn", "2016-06-01", "kind", "COORDINATION_RULES", "subject", SCRIPT,
                "lead", "guard", "parties", List.of("guard", "commune"), "text", FIRST_TEXT,
                "firstDay", "2016-07-01"));
        TOWNSHIP.record("guard.records", "agreements/agreement/revise", Map.of(
                "effectiveOn", "2016-06-02", "text", SECOND_TEXT, "firstDay", "2016-07-01"));
    }

    @BeforeEach
    void come() {
        assertThat(TOWNSHIP.read("agreements/agreement", Map.of()).status()).isEqualTo(200);
        visitor = Visitor.of(TOWNSHIP.address(), Look.USUAL).login("province.records", Township.PASSWORD);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private void assertShown(String path, String... texts) {
        visitor.open(path);
        assertThat(visitor.page().locator("body").innerText()).as(path).contains(texts);
        assertThat(visitor.page().title()).as(path).isNotEqualTo("hỏng");
        assertThat(visitor.page().locator("main img, main script").count()).as(path).isZero();
        for (int width : new int[] {320, 1240}) {
            visitor.assertFits(width);
        }
    }

    @Test
    void markup_and_quotes_are_shown_as_they_were_written() {
        assertShown("/console/records/organisations", "Tỉnh ủy " + SCRIPT);
        assertShown("/console/records/organisations/province", "Tỉnh ủy " + SCRIPT);
        assertShown("/console/records/organisations/commune", SCRIPT);
        assertShown("/console/records/organisations/province/related", SCRIPT);
        assertShown("/console/records/basis-documents", SCRIPT);
        assertShown("/console/records/basis-documents/document", SCRIPT);
        assertShown("/console/records/agreements/agreement", SCRIPT);
        assertShown("/console/records/agreements/agreement/trail", "document.title='hỏng'");
        visitor.screenshot("hostile-trail");
        assertShown("/console/texts/" + TextDigest.of(FIRST_TEXT).value(), SCRIPT);
        assertShown("/console/texts/" + TextDigest.of(SECOND_TEXT).value(), "</pre></main>");
    }

    @Test
    void long_names_and_names_without_a_space_break_into_lines() {
        assertThat(FORTY_SYLLABLES.split(" ")).hasSizeGreaterThanOrEqualTo(40);
        assertShown("/console/records/organisations/guard", FORTY_SYLLABLES);
        assertShown("/console/records/organisations/commune", UNBROKEN);
        assertShown("/console/records/organisations/commune/trail", UNBROKEN);
        assertShown("/console/records/organisations", FORTY_SYLLABLES, UNBROKEN, RIGHT_TO_LEFT);
        visitor.screenshot("hostile-list");
    }

    @Test
    void marks_that_turn_the_direction_of_writing_are_not_recorded() {
        ObjectNode body = JSON.createObjectNode()
                .put("id", "turned").put("effectiveOn", "2010-01-01").put("kind", "CENTRAL_BODY")
                .put("name", "Tỉnh ủy \u202Egnơưht");
        Answer answer = TOWNSHIP.send("administrator", "organisations", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("U+202E");
    }

    @Test
    void hostile_addresses_are_shown_as_texts() {
        Map<String, Integer> addresses = Map.of(
                "/console/%3Cscript%3Edocument.title='hỏng'%3C/script%3E", 404,
                "/console/records/%3Cimg%20src=x%20onerror=alert(1)%3E", 404,
                "/console/records/organisations/%22%3E%3Csvg%20onload=alert(1)%3E", 422);
        for (String path : addresses.keySet()) {
            visitor.open(path, addresses.get(path));
            assertThat(visitor.page().locator("main img, main script, main svg").count()).as(path).isZero();
        }
        visitor.open("/console/records/organisations?effectiveOn=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", 400);
        visitor.open("/console/records?knownOn=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(visitor.page().inputValue("form.times input[name=knownOn]"))
                .isEqualTo("\"><script>alert(1)</script>");
    }
}
