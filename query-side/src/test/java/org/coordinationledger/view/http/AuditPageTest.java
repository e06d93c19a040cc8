package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's audit desk. */
class AuditPageTest {

    private static final String FIND = "/console/audit/find?";

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Province assigned(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2018-03-01"));
        return province;
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_is_typed_becomes_an_address_with_ids_and_days(QuerySide side) {
        Province province = assigned(side, "pa");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        visitor.page("/console/audit");
        HttpResponse<String> found = visitor.response(FIND
                + "resource=cell-assignments&event=&actor=&effectiveFrom=" + encoded("1/2/2018") + "&organisation="
                + encoded("CELL x1 [" + province.id("x1") + "]"));

        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("Location").orElse("")).endsWith(
                "/console/audit?resource=cell-assignments&organisation=" + province.id("x1") + "&effectiveFrom=2018-02-01");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void steps_stand_with_links_to_their_place_in_the_record_and_what_is_wrong_leads_to_the_trail(QuerySide side) {
        Province province = assigned(side, "pb");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        String page = visitor.page("/console/audit?record=" + province.id("a"));

        assertThat(page)
                .contains("/console/records/cell-assignments/" + province.id("a") + "?step=3#life")
                .contains("/console/records/cell-assignments/" + province.id("a") + "/trail#step-2")
                .contains("Không nêu văn bản căn cứ")
                .contains("/console/api/v1/audit/steps?record=" + province.id("a"))
                .contains("format=jsonl");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_is_not_understood_is_said_beside_what_was_typed(QuerySide side) {
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        String page = visitor.page(FIND + "recordedFrom=" + encoded("32/13/2020") + "&organisation=" + encoded("<zz qq>"));

        assertThat(page)
                .contains("Ghi từ ngày: hãy gõ ngày dạng 31/01/2024.")
                .contains("value=\"32/13/2020\"")
                .contains("&lt;zz qq&gt;")
                .doesNotContain("<zz qq>");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void remedies_are_listed_from_the_day_after_they_were_due(QuerySide side) {
        Province province = new Province(side, "pc").small();
        side.record(InspectionsOverHttpTest.inspection(province));
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        String address = "/console/audit/overdue-remedies?effectiveOn=";

        assertThat(visitor.page(address + "2016-07-01")).contains(province.id("inspection")).contains("30/06/2016");
        assertThat(visitor.page(address + "2016-06-30")).doesNotContain(province.id("inspection"));
        assertThat(side.get("/api/v1/audit/overdue-remedies?effectiveOn=2016-07-03").at("/items").valueStream()
                        .filter(item -> item.get("inspection").asString().equals(province.id("inspection")))
                        .map(item -> item.get("responsible").asString() + " " + item.get("daysOverdue").asInt()))
                .containsExactly(province.id("s1") + " 3");
        assertThat(new String(
                        side.file("/api/v1/audit/overdue-remedies?effectiveOn=2016-07-03&format=csv").body(),
                        StandardCharsets.UTF_8))
                .contains(province.id("inspection") + ",")
                .contains("2016-06-30");
    }
}
