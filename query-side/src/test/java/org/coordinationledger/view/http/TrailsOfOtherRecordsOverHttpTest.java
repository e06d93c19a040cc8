package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.view.http.TrailSteps.NEVER_LATE;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.informationexchange.event.ExchangeTopic;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.informationexchange.event.InformationExchangeState;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a trail finds about the other records that its steps rely on, as known when it is read. */
class TrailsOfOtherRecordsOverHttpTest {

    private static final String LATER = "effectiveOn=2020-01-01";

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static String told(JsonNode finding) {
        return "%s %d %s %s".formatted(
                finding.get("code").asString(), finding.get("step").asInt(), finding.at("/data/condition").asString(),
                finding.at("/data/record").asString());
    }

    /** What is found about other records: code, step, what had to be so, and of which record. */
    private static List<String> reliances(Answer trail) {
        return trail.at("/findings").valueStream()
                .filter(finding -> finding.get("code").asString().startsWith("RELIANCE"))
                .map(TrailsOfOtherRecordsOverHttpTest::told)
                .toList();
    }

    private static List<JsonNode> found(Answer trail) {
        return trail.at("/findings").valueStream()
                .filter(finding -> finding.get("code").asString().startsWith("RELIANCE"))
                .toList();
    }

    private static Answer trail(QuerySide side, Province province, RecordType<?, ?> type, String local, String times) {
        return new TrailSteps(side, province).trail(type, local, times + "&" + NEVER_LATE);
    }

    private static Deed party(QuerySide side, Province province, String party, RecordEvent event) {
        return new TrailSteps(side, province)
                .deed(AgreementState.TYPE, "qc", "P-" + party, party, Role.SIGNATORY, event);
    }

    private static Deed dissolved(Province province, String local, String on, String... heirs) {
        return province.administrator(local, new OrganisationEvent.Dissolved(
                Province.day(on),
                heirs.length == 0 ? OrganisationEvent.Manner.DISSOLVED : OrganisationEvent.Manner.MERGED,
                Stream.of(heirs).map(province::organisationId).toList(), Province.REASON, List.of()));
    }

    private static Deed voided(Province province, String local) {
        return province.administrator(
                local, new Amendment.Voided(Province.day("2019-06-01"), 0, Province.REASON, List.of()));
    }

    /** Rules of b and d, proposed on 10 January 2018, signed on the 11th and the 15th. */
    private static long signed(QuerySide side, Province province) {
        TextDigest text = new TrailSteps(side, province).stored("Quy chế phối hợp");
        return side.record(
                party(side, province, "b", new AgreementEvent.Drafted(
                        Province.day("2018-01-05"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"),
                        province.organisationId("b"), List.of(province.organisationId("b"), province.organisationId("d")),
                        text, Province.day("2018-01-01"), null, null, List.of(), true)),
                party(side, province, "b", new AgreementEvent.Proposed(Province.day("2018-01-10"))),
                party(side, province, "b", new AgreementEvent.Signed(Province.day("2018-01-11"), 1, text)),
                party(side, province, "d", new AgreementEvent.Signed(Province.day("2018-01-15"), 1, text)));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_party_that_is_known_later_to_have_been_dissolved_before_it_signed_is_found_with_the_step_that_told(
            QuerySide side) {
        Province province = new Province(side, "tl1").small();
        long known = signed(side, province);
        long told = side.record(dissolved(province, "d", "2018-01-12"));

        assertThat(reliances(trail(side, province, AgreementState.TYPE, "qc", LATER + "&knownOn=" + known))).isEmpty();
        Answer since = trail(side, province, AgreementState.TYPE, "qc", LATER);
        assertThat(reliances(since))
                .as("it stood when the agreement was drafted and proposed")
                .containsExactly("RELIANCE_FELL_AWAY 3 STANDS " + province.id("d"));
        JsonNode finding = found(since).get(0);
        assertThat(finding.at("/data/on").asString()).isEqualTo("2018-01-15");
        assertThat(finding.at("/data/since").asString()).isEqualTo("2018-01-12");
        assertThat(finding.at("/data/title").asString()).isEqualTo("DISTRICT_PARTY_COMMITTEE d");
        assertThat(finding.at("/data/by").asString()).isEqualTo("organisation.dissolved");
        assertThat(finding.at("/data/byRecord").asString()).isEqualTo(province.id("d"));
        assertThat(finding.at("/data/byResource").asString()).isEqualTo("organisations");
        assertThat(finding.at("/data/byStep").longValue()).isEqualTo(1);
        assertThat(finding.at("/data/byPosition").longValue()).isEqualTo(told);
        assertThat(finding.at("/words").asString()).doesNotContain("{").contains("12");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_is_corrected_so_that_it_holds_again_is_found_no_more(QuerySide side) {
        Province province = new Province(side, "tl2").small();
        signed(side, province);
        long dissolved = side.record(dissolved(province, "d", "2018-01-12"));
        side.record(province.administrator("d", new Amendment.Corrected(
                Province.day("2018-06-01"), 1,
                new OrganisationEvent.Dissolved(
                        Province.day("2018-03-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), Province.REASON, List.of()),
                "1", Province.REASON, List.of())));

        assertThat(reliances(trail(side, province, AgreementState.TYPE, "qc", LATER + "&knownOn=" + dissolved))).hasSize(1);
        assertThat(reliances(trail(side, province, AgreementState.TYPE, "qc", LATER))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_member_who_is_known_later_to_have_left_the_post_or_service_or_never_to_have_been_registered_is_found(
            QuerySide side) {
        Province province = new Province(side, "tl3").small();
        side.record(province.member("m3", "s1", Province.SEALED));
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2018-02-01"));
        side.record(province.assignment("a2", "m3", "s1", "c1", "x1", "2018-02-01"));
        side.record(province.member("m4", "s1", Province.SEALED));
        long known = side.record(province.assignment("a4", "m4", "s1", "c1", "x1", "2018-02-01"));
        side.record(
                province.member("m1", "s1", new MemberEvent.Transferred(
                        Province.day("2018-01-20"), province.organisationId("s2"), null, List.of())),
                province.member("m3", "s1", new MemberEvent.LeftService(Province.day("2017-12-01"), Province.REASON)));
        side.record(new Deed(
                MemberState.TYPE, province.id("m4"), new Actor("P", province.organisationId("s1"), Role.APPROVER),
                new Amendment.Voided(Province.day("2019-01-01"), 0, Province.REASON, List.of())));

        for (String local : List.of("a1", "a2", "a4")) {
            assertThat(reliances(trail(side, province, CellAssignmentState.TYPE, local, LATER + "&knownOn=" + known))).isEmpty();
        }
        assertThat(reliances(trail(side, province, CellAssignmentState.TYPE, "a1", LATER)))
                .as("selected on 2 January, assigned on 1 February")
                .containsExactly("RELIANCE_FELL_AWAY 4 AT_HOME " + province.id("m1"));
        assertThat(reliances(trail(side, province, CellAssignmentState.TYPE, "a2", LATER))).containsExactly(
                "RELIANCE_FELL_AWAY 0 AVAILABLE " + province.id("m3"), "RELIANCE_FELL_AWAY 4 AVAILABLE " + province.id("m3"));
        Answer never = trail(side, province, CellAssignmentState.TYPE, "a4", LATER);
        assertThat(reliances(never)).containsExactly(
                "RELIANCE_UNFOUNDED 0 AVAILABLE " + province.id("m4"), "RELIANCE_UNFOUNDED 4 AVAILABLE " + province.id("m4"));
        assertThat(found(never).get(0).at("/data/by").asString()).isEqualTo("record.voided");
        assertThat(found(never).get(0).at("/data").has("since")).isFalse();
        assertThat(found(never).get(0).at("/data/title").asString()).isEqualTo("DV-" + province.id("m4"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_exchange_under_an_agreement_that_is_known_later_to_have_ended_before_or_never_to_have_been_is_found(
            QuerySide side) {
        Province province = new Province(side, "tl4").small();
        signed(side, province);
        TrailSteps steps = new TrailSteps(side, province);
        Deed held = steps.deed(InformationExchangeState.TYPE, "ie", "P-b", "b", Role.RECORDER,
                new InformationExchangeEvent.Held(
                        Province.day("2018-05-02"), new AgreementId(province.id("qc")), province.organisationId("b"),
                        List.of(province.organisationId("d")), List.of(new ExchangeTopic("Tình hình")),
                        new DocumentNumber("5-BB/BĐ"), true));
        long known = side.record(held);
        side.record(province.document("9-QĐ", "kt", "2017-01-01", null));
        long ended = side.record(party(side, province, "b", new AgreementEvent.JointlyEnded(
                Province.day("2018-04-01"), Province.REASON, province.bases("kt"))));
        side.record(party(side, province, "d", new Amendment.Voided(
                Province.day("2018-07-01"), 3, Province.REASON, List.of())));

        assertThat(reliances(trail(side, province, InformationExchangeState.TYPE, "ie", LATER + "&knownOn=" + known))).isEmpty();
        Answer since = trail(side, province, InformationExchangeState.TYPE, "ie", LATER + "&knownOn=" + ended);
        assertThat(reliances(since)).containsExactly("RELIANCE_FELL_AWAY 0 IN_FORCE " + province.id("qc"));
        assertThat(found(since).get(0).at("/data/since").asString()).isEqualTo("2018-04-01");
        assertThat(found(since).get(0).at("/data/by").asString()).isEqualTo("agreement.jointly-ended");
        assertThat(reliances(trail(side, province, InformationExchangeState.TYPE, "ie", LATER)))
                .as("once a signature is voided it was never in force")
                .containsExactly("RELIANCE_UNFOUNDED 0 IN_FORCE " + province.id("qc"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_heir_whose_registration_is_voided_is_found_where_it_inherited_and_acted(QuerySide side) {
        Province province = new Province(side, "tl5").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        long known = side.record(
                province.organisation("h", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "d", null),
                dissolved(province, "c1", "2018-01-01", "h"),
                province.assignment("a1", "h", "P-H", new Succession.Inherited(
                        Province.day("2018-01-01"), province.organisationId("c1"), province.organisationId("h"), null,
                        List.of())));
        side.record(voided(province, "h"));

        assertThat(reliances(trail(side, province, CellAssignmentState.TYPE, "a1", LATER + "&knownOn=" + known))).isEmpty();
        Answer since = trail(side, province, CellAssignmentState.TYPE, "a1", LATER);
        assertThat(reliances(since)).contains("RELIANCE_UNFOUNDED 5 STANDS " + province.id("h"));
        assertThat(found(since)).allSatisfy(finding -> {
            assertThat(finding.get("step").intValue()).isEqualTo(5);
            assertThat(finding.at("/data/byRecord").asString()).isEqualTo(province.id("h"));
            assertThat(finding.at("/data/by").asString()).isEqualTo("record.voided");
        });
        assertThat(reliances(trail(side, province, CellAssignmentState.TYPE, "a1", "effectiveOn=2017-01-01"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_was_recorded_although_it_did_not_hold_is_found_as_that_and_a_voided_step_relies_on_nothing(QuerySide side) {
        Province province = new Province(side, "tl6").small();
        side.record(dissolved(province, "d", "2018-01-12"));
        long known = signed(side, province);

        assertThat(reliances(trail(side, province, AgreementState.TYPE, "qc", LATER + "&knownOn=" + known)))
                .containsExactly("RELIANCE_NOT_MET 3 STANDS " + province.id("d"));
        side.record(party(side, province, "d", new Amendment.Voided(
                Province.day("2018-07-01"), 3, Province.REASON, List.of())));
        assertThat(reliances(trail(side, province, AgreementState.TYPE, "qc", LATER))).isEmpty();
    }
}
