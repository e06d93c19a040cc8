package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachSessionState;
import org.coordinationledger.outreach.event.OutreachTopic;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures by organisation and by code. */
class FigureBreakdownsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    /** Members of s1 in x1 since 2015 and in x2 since 2017, one of s2 in x2 since 2016. */
    private static Province assignments(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2016-01-01"));
        side.record(province.assignment("a3", "m1", "s1", "c2", "x2", "2017-01-01"));
        return province;
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_figure_is_told_by_district_in_2024_and_by_commune_in_2026(QuerySide side) {
        Province province = assignments(side, "bd");
        long before = side.lastPosition();
        String scope = "&scope=" + province.id("p");
        assertThat(rows(byOrganisation(side, province, "openCellAssignments", "?effectiveOn=2024-12-31" + scope)))
                .containsExactly("d 3", "b 3");

        side.record(
                reattached(province, "c1", "p"),
                reattached(province, "c2", "p"),
                province.administrator("d", new OrganisationEvent.Dissolved(
                        Province.day("2025-07-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), Province.REASON,
                        List.of())));

        Answer after = byOrganisation(side, province, "openCellAssignments", "?effectiveOn=2026-01-01" + scope);
        assertThat(rows(after)).containsExactly("c1 1", "c2 2", "b 3");
        assertThat(after.at("/total/value").intValue()).isEqualTo(3);
        assertThat(after.at("/rest/value").intValue()).isZero();
        assertThat(after.at("/count").intValue()).isEqualTo(3);
        assertThat(after.at("/whole").asBoolean()).isTrue();
        assertThat(after.at("/by").asString()).isEqualTo("party");
        assertThat(rows(byOrganisation(side, province, "openCellAssignments", "?effectiveOn=2024-12-31" + scope)))
                .containsExactly("d 3", "b 3");
        assertThat(rows(byOrganisation(
                        side, province, "openCellAssignments",
                        "?effectiveOn=2026-01-01&knownOn=" + before + scope)))
                .as("as known before the dissolution")
                .containsExactly("d 3", "b 3");
        Answer compared = byOrganisation(
                side, province, "openCellAssignments", "?effectiveOn=2026-01-01&comparedWith=2016-06-01" + scope);
        assertThat(rows(compared)).as("the district, of which there were some then").containsExactly("c1 1", "c2 2", "d 0", "b 3");
        assertThat(compared.at("/rows").valueStream().map(row -> row.at("/compared").intValue()))
                .containsExactly(1, 1, 2, 2);
        assertThat(compared.at("/rows/1/growth").intValue()).isEqualTo(2);
    }

    private static Deed reattached(Province province, String commune, String superior) {
        return province.administrator(commune, new OrganisationEvent.Reattached(
                Province.day("2025-07-01"), Line.PARTY, province.organisationId(superior), null, List.of()));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_dissolved_organisation_is_told_only_while_records_count_for_it(QuerySide side) {
        Province province = new Province(side, "bo").small();
        side.record(
                session(province, "o1", "d", OutreachTopic.DRUGS, "c1"),
                reattached(province, "c1", "p"),
                reattached(province, "c2", "p"),
                province.administrator("d", new OrganisationEvent.Dissolved(
                        Province.day("2025-07-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), Province.REASON,
                        List.of())));

        Answer answer = byOrganisation(
                side, province, "outreachSessions", "?effectiveOn=2026-01-01&scope=" + province.id("p"));
        assertThat(rows(answer)).containsExactly("c1 2", "c2 0", "d 2", "b 0");
        assertThat(answer.at("/rows/2/standing").asBoolean()).isFalse();
        assertThat(answer.at("/total/value").intValue()).as("once, though two rows have it").isEqualTo(2);
        assertThat(rows(byOrganisation(
                        side, province, "outreachAttendances",
                        "?effectiveOn=2026-01-01&from=2021-01-01&scope=" + province.id("p"))))
                .containsExactly("c1 0", "c2 0", "b 0");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void all_of_a_kind_anywhere_below_are_told_in_one_read(QuerySide side) {
        Province province = assignments(side, "bk");
        String day = "?effectiveOn=2024-12-31&scope=" + province.id("p");

        Answer communes = byOrganisation(
                side, province, "openCellAssignments", day + "&kind=COMMUNE_PARTY_COMMITTEE");
        assertThat(rows(communes)).containsExactly("c1 1", "c2 2");
        assertThat(communes.at("/kind").asString()).isEqualTo("COMMUNE_PARTY_COMMITTEE");
        assertThat(rows(byOrganisation(side, province, "openCellAssignments", day + "&kind=CELL")))
                .containsExactly("x1 1", "x2 2");
        assertThat(rows(byOrganisation(side, province, "openCellAssignments", day + "&kind=BORDER_POST")))
                .as("s2 has no superior along the party line")
                .containsExactly("s1 2");
        Answer few = byOrganisation(
                side, province, "openCellAssignments",
                "?effectiveOn=2016-06-01&kind=CELL&scope=" + province.id("b"));
        assertThat(rows(few)).isEmpty();
        assertThat(few.at("/rest/value").intValue()).as("a1 and a2 are of its posts").isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void posts_are_told_along_the_command_line_and_communes_along_the_territory_they_cover(QuerySide side) {
        Province province = assignments(side, "bt");
        side.record(province.administrator("s1", new OrganisationEvent.TerritoryCovered(
                Province.day("2016-01-01"), List.of(province.organisationId("c1"), province.organisationId("c2")), null,
                List.of())));
        String day = "?effectiveOn=2024-12-31&scope=";

        assertThat(rows(byOrganisation(
                        side, province, "openCellAssignments", day + province.id("b") + "&by=command")))
                .containsExactly("s1 2", "s2 1");
        assertThat(rows(byOrganisation(
                        side, province, "openCellAssignments", day + province.id("s1") + "&by=territory")))
                .as("of the communes it covers, what its own members do there counts for the post")
                .containsExactly("c1 1", "c2 1");
        assertThat(rows(byOrganisation(
                        side, province, "openCellAssignments",
                        day + province.id("b") + "&by=territory&kind=COMMUNE_PARTY_COMMITTEE")))
                .containsExactly("c1 1", "c2 2");
        assertThat(rows(byOrganisation(
                        side, province, "openCellAssignments",
                        "?effectiveOn=2015-06-01&scope=" + province.id("s1") + "&by=territory")))
                .as("before it covered them")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void rows_stand_in_the_order_of_vietnamese_names(QuerySide side) {
        Province province = new Province(side, "bv").small();
        List<Deed> communes = new ArrayList<>();
        List<String> names = List.of("Dương Hòa", "Đông Hà", "Ân Phú", "Anh Sơn", "An Hòa", "Ăn Thông");
        for (int i = 0; i < names.size(); i++) {
            communes.add(province.administrator("n" + i, new OrganisationEvent.Registered(
                    Province.day("2010-01-01"), OrganisationKind.COMMUNE_PARTY_COMMITTEE, new Name(names.get(i)),
                    province.organisationId("b"), null, List.of(),
                    Territory.UNKNOWN, false, List.of())));
        }
        side.record(communes);

        Answer answer = byOrganisation(
                side, province, "communes",
                "?effectiveOn=2020-01-01&kind=COMMUNE_PARTY_COMMITTEE&scope=" + province.id("b"));
        assertThat(answer.at("/rows").findValuesAsString("name"))
                .containsExactly("An Hòa", "Anh Sơn", "Ăn Thông", "Ân Phú", "Dương Hòa", "Đông Hà");
        assertThat(answer.at("/rows").valueStream().map(row -> row.at("/value").intValue())).containsOnly(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void no_more_rows_are_told_than_the_bound_and_it_is_said(QuerySide side) {
        Province province = new Province(side, "bm").small();
        List<Deed> cells = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            cells.add(province.organisation("z%03d".formatted(i), OrganisationKind.CELL, "c1", null));
        }
        for (int i = 0; i < cells.size(); i += 60) {
            side.record(cells.subList(i, Math.min(cells.size(), i + 60)));
        }

        Answer answer = side.get("/api/v1/figures/cells/by-organisation?effectiveOn=2020-01-01&scope=" + province.id("c1"));
        assertThat(answer.at("/rows").size()).isEqualTo(500);
        assertThat(answer.at("/count").intValue()).as("x1 too").isEqualTo(502);
        assertThat(answer.at("/whole").asBoolean()).isFalse();
        assertThat(answer.at("/total/value").intValue()).isEqualTo(502);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_figure_is_told_by_code_with_its_words_and_its_period(QuerySide side) {
        Province province = new Province(side, "bc").small();
        side.record(
                session(province, "o1", "s1", OutreachTopic.DRUGS, "c1"),
                session(province, "o2", "s1", OutreachTopic.DRUGS, "c2"),
                session(province, "o3", "s2", OutreachTopic.IUU_FISHING, "c2"));

        Answer all = side.get("/api/v1/figures/outreachSessions/by/topic?effectiveOn=2024-01-01&scope=" + province.id("p"));
        assertThat(all.at("/total/value").intValue()).isEqualTo(6);
        assertThat(all.at("/rows").valueStream()
                        .filter(row -> row.at("/value").intValue() > 0)
                        .map(row -> row.at("/code").asString() + " " + row.at("/value").intValue()))
                .containsExactlyInAnyOrder("DRUGS 4", "IUU_FISHING 2");
        assertThat(all.at("/rows").findValuesAsString("code"))
                .as("those without a session too")
                .containsExactlyElementsOf(Stream.of(OutreachTopic.values()).map(Enum::name).toList());
        assertThat(all.at("/rows").findValuesAsString("title")).noneMatch(String::isBlank);
        Answer commune = side.get("/api/v1/figures/outreachSessions/by/topic?effectiveOn=2024-01-01&scope="
                + province.id("c1") + "&from=2020-01-31&to=2020-01-31");
        assertThat(commune.at("/total/value").intValue()).isEqualTo(2);
        assertThat(side.get("/api/v1/figures/outreachSessions/by/topic?effectiveOn=2024-01-01&to=2020-01-30&scope="
                                + province.id("p"))
                        .at("/total/value")
                        .intValue())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_cannot_be_told_apart_says_why(QuerySide side) {
        Province province = new Province(side, "bw").small();
        String scope = "scope=" + province.id("p");

        assertThat(side.get("/api/v1/figures/coastKm/by-organisation?" + scope).type())
                .isEqualTo("/problems/read/not-broken-down");
        assertThat(side.get("/api/v1/figures/basisDocumentsInForce/by-organisation").type())
                .isEqualTo("/problems/read/not-broken-down");
        assertThat(side.get("/api/v1/figures/outreachSessions/by/venues").type())
                .isEqualTo("/problems/read/unknown-code");
        assertThat(side.get("/api/v1/figures/cells/by-organisation?by=sideways&" + scope).type())
                .isEqualTo("/problems/invalid-parameter");
        assertThat(side.get("/api/v1/figures/cells/by-organisation?kind=commune&" + scope).type())
                .isEqualTo("/problems/invalid-parameter");
        assertThat(side.get("/api/v1/figures/cells/by-organisation?by=territory").type())
                .isEqualTo("/problems/missing-parameter");
        assertThat(side.get("/api/v1/figures/openCellAssignmentsGrowth/by-organisation?" + scope).type())
                .isEqualTo("/problems/missing-parameter");
        assertThat(side.get("/api/v1/figures/cells/by-organisation?scope=nowhere").type())
                .isEqualTo("/problems/unknown-record");
        assertThat(side.get("/api/v1/figures/openCellAssignments/by-organisation?from=2020-01-01&" + scope).type())
                .as("it is no figure of what happened")
                .isEqualTo("/problems/unknown-parameter");
        assertThat(side.get("/api/v1/figures/outreachSessions/by/topic?from=2020-01-02&to=2020-01-01").type())
                .isEqualTo("/problems/read/period-ends-before-it-begins");
    }

    /** Two sessions and 60 who came. */
    private static Deed session(Province province, String local, String by, OutreachTopic topic, String venue) {
        return new Deed(
                OutreachSessionState.TYPE, province.id(local),
                new Actor("recorder", province.organisationId(by), Role.RECORDER),
                new OutreachSessionEvent.Held(
                        Province.day("2020-01-31"), null, topic, null, province.organisationId(by),
                        List.of(province.organisationId(venue)), exactly(2), exactly(60), List.of(), false));
    }

    private static Quantity exactly(int number) {
        return new Quantity(BigDecimal.valueOf(number), Quality.EXACT, null);
    }

    private static Answer byOrganisation(QuerySide side, Province province, String figure, String query) {
        Answer answer = side.get("/api/v1/figures/" + figure + "/by-organisation" + query);
        assertThat(answer.status()).as(province.id("") + answer.response().body()).isEqualTo(200);
        return answer;
    }

    /** Each row's organisation, without the key of its province, and value. */
    private static List<String> rows(Answer answer) {
        return answer.at("/rows").valueStream()
                .map(row -> row.at("/organisation").asString().replaceFirst("^[^-]+-", "") + " "
                        + row.at("/value").asString())
                .toList();
    }
}
