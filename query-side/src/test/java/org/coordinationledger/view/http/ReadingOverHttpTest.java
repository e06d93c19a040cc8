package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may read what by the organisation that they act for: own party line, own command line, covered territory. */
class ReadingOverHttpTest {

    private static final String ASSIGNMENTS = "/api/v1/cell-assignments/";
    private static final String DAY = "effectiveOn=2016-01-01";

    static Stream<QuerySide> sides() {
        return OwnLine.sides();
    }

    /** One assignment into each commune by its own post, one by the second post into the first post's territory. */
    private static Province province(QuerySide side, String key) {
        Province province = new Province(side, key);
        if (side.nowAs("auditor", "/api/v1/organisations/" + province.id("p") + "?" + DAY).status() != 200) {
            province.small();
            side.record(province.administrator("s1", new OrganisationEvent.TerritoryCovered(
                    Province.day("2011-01-01"), List.of(province.organisationId("c1")), null, List.of())));
            side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
            side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2015-01-01"));
            side.record(province.assignment("a3", "m2", "s2", "c1", "x1", "2015-01-01"));
            side.record(province.document("09-QĐ/TU", "r", "2013-01-04", null));
        }
        return province;
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.at("/items").valueStream().map(item -> item.get("id").asString()).toList();
    }

    private static void assertReads(QuerySide side, Province province, String local, List<String> who, List<String> whoNot) {
        String address = ASSIGNMENTS + province.id(local) + "?" + DAY;
        assertThat(who).allSatisfy(one ->
                assertThat(side.nowAs(province.id(one), address).status()).isEqualTo(200));
        assertThat(whoNot).allSatisfy(one ->
                assertThat(side.nowAs(province.id(one), address).status()).isEqualTo(404));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_record_is_read_by_whom_it_names_by_who_stands_above_them_and_by_who_covers_them(QuerySide side) {
        Province one = province(side, "ra");
        province(side, "rb");

        assertReads(side, one, "a1", List.of("s1", "c1", "x1", "d", "b", "p"), List.of("s2", "c2", "x2"));
        assertReads(side, one, "a2", List.of("s2", "c2", "x2", "d", "b", "p"), List.of("s1", "c1", "x1"));
        assertReads(side, one, "a3", List.of("s1", "s2", "c1", "x1", "d", "b", "p"), List.of("c2", "x2"));
        assertThat(side.nowAs("rb-p", ASSIGNMENTS + one.id("a1")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void every_kind_of_read_of_a_record_outside_is_answered_as_one_of_a_record_that_is_not_there(QuerySide side) {
        Province one = province(side, "ra");
        province(side, "rb");
        for (String kind : List.of(
                "", "/history", "/events", "/bases", "/trail", "/history?format=csv", "/history?format=xlsx",
                "/history?format=pdf", "/events?format=jsonl", "/trail?format=pdf", "?knownOn=2099-01-01")) {
            Answer outside = side.nowAs("rb-p", ASSIGNMENTS + one.id("a1") + kind);
            Answer nowhere = side.nowAs("rb-p", ASSIGNMENTS + one.id("z") + kind);

            assertThat(outside.status()).as(kind).isEqualTo(404);
            assertThat(outside.response().body().replace(one.id("a1"), one.id("z")).replaceAll("\"correlationId\":\"[^\"]*\"", ""))
                    .as(kind)
                    .isEqualTo(nowhere.response().body().replaceAll("\"correlationId\":\"[^\"]*\"", ""));
            assertThat(side.nowAs(one.id("p"), ASSIGNMENTS + one.id("a1") + kind).status()).as(kind).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_cell_is_told_by_code_who_takes_part_in_its_meetings_though_it_does_not_read_the_member(QuerySide side) {
        Province one = province(side, "ra");
        String member = "/api/v1/members/" + one.id("m1") + "?" + DAY;
        String code = side.nowAs(one.id("s1"), member).at("/state/code").asString();

        Answer found = side.nowAs(one.id("x1"), "/api/v1/search?q=x1&" + DAY);

        assertThat(side.nowAs(one.id("x1"), member).status()).isEqualTo(404);
        assertThat(code).isNotBlank();
        assertThat(found.response().body()).contains(code, one.id("a1"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void lists_and_their_files_have_what_is_read_and_nothing_else(QuerySide side) {
        Province one = province(side, "ra");
        Province other = province(side, "rb");
        String list = "/api/v1/cell-assignments?" + DAY;

        assertThat(ids(side.nowAs(one.id("s1"), list))).containsExactly(one.id("a1"), one.id("a3"));
        assertThat(ids(side.nowAs(one.id("p"), list))).containsExactly(one.id("a1"), one.id("a2"), one.id("a3"));
        assertThat(ids(side.nowAs(other.id("x2"), list))).containsExactly(other.id("a2"));
        assertThat(ids(side.nowAs(one.id("s1"), list + "&filter.commune=" + one.id("c2")))).isEmpty();
        assertThat(side.nowAs(one.id("s1"), list + "&format=csv").response().body().lines()
                        .filter(line -> line.contains(one.id("s2")) || line.contains(one.id("s1"))))
                .hasSize(2);
        Answer first = side.nowAs(one.id("s1"), list + "&limit=1");
        assertThat(ids(side.nowAs(one.id("s1"), list + "&limit=1&after=" + first.at("/next").asString())))
                .containsExactly(one.id("a3"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_is_left_open_waits_or_rests_on_a_document_is_listed_as_far_as_it_is_read(QuerySide side) {
        Province one = province(side, "ri");
        side.record(one.assignment("w", "m2", "s2", "c2", "x2", "2015-03-01").subList(0, 1));
        String leftOpen = "/api/v1/organisations/" + one.id("s2") + "/left-open?" + DAY;
        String waiting = "/api/v1/organisations/" + one.id("c2") + "/waiting?" + DAY;

        assertThat(ids(side.nowAs(one.id("s1"), leftOpen))).contains(one.id("a3")).doesNotContain(one.id("a2"));
        assertThat(ids(side.nowAs(one.id("s2"), leftOpen))).contains(one.id("a2"), one.id("a3"));
        assertThat(ids(side.nowAs(one.id("c2"), waiting))).contains(one.id("w"));
        assertThat(ids(side.nowAs(one.id("s1"), waiting))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void without_a_scope_a_figure_is_of_all_that_is_read_and_it_opens_into_these_records(QuerySide side) {
        Province one = province(side, "ra");
        String figure = "/api/v1/figures/openCellAssignments";
        for (String who : List.of("s1", "s2", "c1", "c2", "p")) {
            String user = one.id(who);
            Answer value = side.nowAs(user, figure + "?" + DAY);
            assertThat(value.at("/value").intValue())
                    .as(who)
                    .isEqualTo(ids(side.nowAs(user, figure + "/records?" + DAY)).size())
                    .isEqualTo(ids(side.nowAs(user, "/api/v1/cell-assignments?filter.open=true&" + DAY)).size());
        }
        Answer growth = side.nowAs(one.id("s1"), figure + "?" + DAY + "&comparedWith=2014-01-01");
        assertThat(growth.at("/value").intValue()).isEqualTo(2);
        assertThat(growth.at("/compared").intValue()).isZero();
        assertThat(side.nowAs(one.id("s1"), "/api/v1/figures/cellsCovered?" + DAY).at("/value").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_scope_must_be_one_that_is_read_about(QuerySide side) {
        Province one = province(side, "ra");
        String figure = "/api/v1/figures/openCellAssignments?" + DAY + "&scope=";

        assertThat(side.nowAs(one.id("s1"), figure + one.id("c1")).at("/value").intValue()).isEqualTo(2);
        for (String outside : List.of("c2", "s2", "p")) {
            Answer refused = side.nowAs(one.id("s1"), figure + one.id(outside));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.type()).isEqualTo("/problems/outside-reading-circle");
            assertThat(side.nowAs(one.id("s1"), figure.replace("?", "/records?") + one.id(outside)).status())
                    .isEqualTo(403);
        }
        assertThat(side.nowAs(one.id("s1"), figure + "nowhere").status()).isEqualTo(404);
        assertThat(side.nowAs(one.id("s1"), "/api/v1/figures/cells?" + DAY + "&scope=" + one.id("p")).at("/value").intValue())
                .as("organisations are read by everybody")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_register_is_for_the_circle_that_has_its_issuer(QuerySide side) {
        Province one = province(side, "ra");
        province(side, "rb");
        String register = "/api/v1/organisations/" + one.id("p") + "/register?" + DAY;

        assertThat(side.nowAs(one.id("p"), register).at("/series/0/entries/0/number").asString()).isEqualTo("09-QĐ/TU");
        for (String outside : List.of("rb-p", one.id("c1"))) {
            assertThat(side.nowAs(outside, register).type()).isEqualTo("/problems/outside-reading-circle");
            assertThat(side.nowAs(outside, register + "&format=csv").status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void organisations_are_read_by_everybody_and_documents_by_whom_they_come_down_to(QuerySide side) {
        Province one = province(side, "ra");
        Province other = province(side, "rb");
        String organisation = "/api/v1/organisations/" + one.id("x1") + "?" + DAY;
        String document = "/api/v1/basis-documents/" + one.id("r") + "?" + DAY;
        OrganisationId centre = one.organisationId("centre");
        side.record(
                one.organisation("centre", OrganisationKind.CENTRAL_BODY, null, null),
                new Deed(BasisDocumentState.TYPE, one.id("law"), new Actor("somebody", centre, Role.APPROVER),
                        new BasisDocumentEvent.Issued(
                                Province.day("2013-01-01"), new DocumentNumber("68-KL/TW"), DocumentKind.CONCLUSION,
                                Series.PARTY_TERM, centre, null, List.of(), Province.day("2013-01-01"),
                                new Subject("Kết luận"), false, List.of(), List.of(), null, false)));

        assertThat(side.nowAs(other.id("c1"), organisation).status()).isEqualTo(200);
        for (String below : List.of("p", "d", "c2", "x1", "s1", "b")) {
            assertThat(side.nowAs(one.id(below), document).status()).as(below).isEqualTo(200);
        }
        assertThat(side.nowAs(one.id("x1"), "/api/v1/figures/basisDocumentsInForce?" + DAY).at("/value").toString())
                .contains("09-QĐ/TU");
        assertThat(side.nowAs(other.id("p"), document).status()).isEqualTo(404);
        assertThat(ids(side.nowAs(other.id("p"), "/api/v1/basis-documents?limit=200&" + DAY)))
                .contains(one.id("law"), other.id("r"))
                .doesNotContain(one.id("r"));
        assertThat(side.nowAs(other.id("x1"), "/api/v1/basis-documents/" + one.id("law") + "?" + DAY).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void refusals_are_counted_and_what_is_not_there_is_none(QuerySide side) {
        Province one = province(side, "ra");
        province(side, "rb");
        MeterRegistry meters = side.bean(MeterRegistry.class);
        double before = meters.counter("ledger.reads.refused", "what", "cell-assignments").count();

        side.nowAs("rb-c1", ASSIGNMENTS + one.id("a1"));
        side.nowAs("rb-c1", ASSIGNMENTS + one.id("z"));

        assertThat(meters.counter("ledger.reads.refused", "what", "cell-assignments").count()).isEqualTo(before + 1);
    }
}
