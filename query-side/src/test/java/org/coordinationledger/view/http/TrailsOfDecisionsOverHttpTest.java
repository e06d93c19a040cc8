package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.view.http.TrailSteps.NEVER_LATE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.PersonInCharge;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Trails of agreements, appointments and assignments. */
class TrailsOfDecisionsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static Deed party(TrailSteps steps, String party, String person, RecordEvent event) {
        return steps.deed(AgreementState.TYPE, "qc", person, party, Role.SIGNATORY, event);
    }

    private static AgreementEvent.Signed signed(String day, int revision, TextDigest text) {
        return new AgreementEvent.Signed(Province.day(day), revision, text);
    }

    /** Drafted by b with d, revised, and proposed in revision 2. */
    private static void proposed(QuerySide side, Province province, TextDigest first, TextDigest second) {
        TrailSteps steps = new TrailSteps(side, province);
        side.record(
                party(steps, "b", "P-B", new AgreementEvent.Drafted(
                        Province.day("2018-01-05"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"),
                        province.organisationId("b"), List.of(province.organisationId("b"), province.organisationId("d")),
                        first, Province.day("2018-01-01"), null, null, List.of(), true)),
                party(steps, "b", "P-B", new AgreementEvent.Revised(
                        Province.day("2018-01-08"), second, Province.day("2018-01-01"), null)),
                party(steps, "b", "P-B", new AgreementEvent.Proposed(Province.day("2018-01-10"))));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_agreement_shows_word_by_word_what_was_revised_and_who_signed_which_revision(QuerySide side) {
        Province province = new Province(side, "ta1").small();
        TrailSteps steps = new TrailSteps(side, province);
        TextDigest first = steps.stored("Điều 1. Hai bên họp mỗi quý một lần.\nĐiều 2. Trao đổi thông tin.");
        TextDigest second = steps.stored(
                "Điều 1. Hai bên họp mỗi tháng một lần.\nĐiều 2. Trao đổi thông tin.\nĐiều 3. Hiệu lực.");
        proposed(side, province, first, second);
        side.record(
                party(steps, "b", "P-B", signed("2018-01-11", 2, second)),
                party(steps, "d", "P-D", signed("2018-01-15", 2, second)),
                party(steps, "d", "P-D", new AgreementEvent.PersonInChargeNamed(
                        Province.day("2018-01-16"), new PersonInCharge("Chánh văn phòng"))));

        Answer trail = steps.trail(AgreementState.TYPE, "qc", "effectiveOn=2018-06-01&" + NEVER_LATE);

        assertThat(TrailSteps.findings(trail)).isEmpty();
        assertThat(trail.at("/differences").size()).isEqualTo(1);
        JsonNode difference = trail.at("/differences/0");
        assertThat(difference.get("from").intValue()).isEqualTo(1);
        assertThat(difference.get("to").intValue()).isEqualTo(2);
        assertThat(difference.at("/lines/0/parts").valueStream()
                        .map(part -> part.get("change").asString() + ":" + part.get("text").asString()))
                .containsExactly(
                        "SAME:Điều 1. Hai bên họp mỗi ", "REMOVED:quý ", "ADDED:tháng ", "SAME:một lần.");
        assertThat(difference.at("/lines/1/parts/0/text").asString()).isEqualTo("Điều 3. Hiệu lực.");
        assertThat(difference.at("/lines/1").has("before")).isFalse();
        assertThat(TrailSteps.persons(trail.at("/revisions/0")).get("approved")).isEmpty();
        assertThat(TrailSteps.persons(trail.at("/revisions/1")).get("approved")).isEqualTo("P-B P-D");
        assertThat(trail.at("/steps/2/text/revision").intValue()).as("what was proposed").isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_agreement_that_not_all_signed_any_more_is_found_by_what_was_done_under_it(QuerySide side) {
        Province province = new Province(side, "ta2").small();
        TrailSteps steps = new TrailSteps(side, province);
        TextDigest text = steps.stored("Quy chế, lần hai");
        proposed(side, province, steps.stored("Quy chế, lần một"), text);
        side.record(
                party(steps, "b", "P-SAME", signed("2018-01-11", 2, text)),
                party(steps, "d", "P-SAME", signed("2018-01-15", 2, text)),
                party(steps, "d", "P-D", new AgreementEvent.PersonInChargeNamed(
                        Province.day("2018-01-16"), new PersonInCharge("Chánh văn phòng"))));
        String asked = "effectiveOn=2018-06-01&" + NEVER_LATE;

        assertThat(TrailSteps.findings(steps.trail(AgreementState.TYPE, "qc", asked)))
                .as("one person signed for two parties").containsExactly("SAME_PERSON 4");
        side.record(party(steps, "b", "P-B", TrailSteps.voided("2018-02-01", 3)));
        Answer trail = steps.trail(AgreementState.TYPE, "qc", asked);
        assertThat(TrailSteps.findings(trail))
                .containsExactly("APPROVAL_VOIDED 3", "OUT_OF_ORDER 5", "SIGNATURE_MISSING 5");
        assertThat(trail.at("/findings/2/data/organisations").toString()).isEqualTo("[\"" + province.id("b") + "\"]");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void who_inherited_the_place_of_a_party_signs_an_amendment_in_its_place(QuerySide side) {
        Province province = new Province(side, "ta6").small();
        TrailSteps steps = new TrailSteps(side, province);
        TextDigest text = steps.stored("Quy chế, lần hai");
        TextDigest amended = steps.stored("Quy chế, lần ba");
        proposed(side, province, steps.stored("Quy chế, lần một"), text);
        side.record(
                party(steps, "b", "P-B", signed("2018-01-11", 2, text)),
                party(steps, "d", "P-D", signed("2018-01-15", 2, text)),
                province.administrator("d", new OrganisationEvent.Dissolved(
                        Province.day("2018-02-01"), OrganisationEvent.Manner.MERGED,
                        List.of(province.organisationId("c1")), Province.REASON, List.of())),
                party(steps, "p", "P-P", new Succession.Inherited(
                        Province.day("2018-02-01"), province.organisationId("d"), province.organisationId("c1"), null,
                        List.of())),
                party(steps, "b", "P-B", new AgreementEvent.AmendmentProposed(
                        Province.day("2018-03-01"), amended, null, List.of())),
                party(steps, "b", "P-B", signed("2018-03-02", 3, amended)),
                party(steps, "c1", "P-C1", signed("2018-03-03", 3, amended)),
                party(steps, "c1", "P-C1", new AgreementEvent.PersonInChargeNamed(
                        Province.day("2018-03-04"), new PersonInCharge("Chánh văn phòng"))));

        Answer trail = steps.trail(AgreementState.TYPE, "qc", "effectiveOn=2018-06-01&" + NEVER_LATE);

        assertThat(TrailSteps.findings(trail)).isEmpty();
        assertThat(trail.at("/steps/5/event").asString()).isEqualTo("succession.inherited");
        assertThat(TrailSteps.persons(trail.at("/revisions/2")))
                .isEqualTo(Map.of("written", "P-B", "submitted", "P-B", "approved", "P-B P-C1"));
    }

    private static void appointed(QuerySide side, Province province, String local, String... bases) {
        TrailSteps steps = new TrailSteps(side, province);
        side.record(
                steps.deed(CommitteeAppointmentState.TYPE, local, "P-POST", "s1", Role.APPROVER,
                        new CommitteeAppointmentEvent.Nominated(
                                Province.day("2017-10-01"), new MemberId(province.id("m1")),
                                province.organisationId("c1"), CommitteeLevel.COMMUNE,
                                CommitteePosition.DEPUTY_SECRETARY, List.of(), true)),
                steps.deed(CommitteeAppointmentState.TYPE, local, "P-VETS", "p", Role.APPROVER,
                        new CommitteeAppointmentEvent.Vetted(Province.day("2017-11-01"), null)),
                steps.deed(CommitteeAppointmentState.TYPE, local, "P-DECIDES", "p", Role.APPROVER,
                        new CommitteeAppointmentEvent.Designated(
                                Province.day("2018-01-01"), new DocumentNumber("512-QĐ/TU"), null, true,
                                province.bases(bases))));
    }

    private static Answer appointment(QuerySide side, Province province, String local) {
        return new TrailSteps(side, province)
                .trail(CommitteeAppointmentState.TYPE, local, "effectiveOn=2018-06-01&" + NEVER_LATE);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_appointment_without_the_second_basis_that_applies_is_found(QuerySide side) {
        Province province = new Province(side, "ta3").small();
        side.record(
                province.document("68-KL/TW", "kl", "2012-01-01", null),
                province.documentThatCarriesOut("3223-CV/TU", "cv", "2013-01-01", "kl"));
        appointed(side, province, "both", "kl", "cv");
        appointed(side, province, "letter", "cv");
        appointed(side, province, "conclusion", "kl");
        appointed(side, province, "none");
        appointed(side, province, "unknown", "nowhere");

        Answer both = appointment(side, province, "both");
        assertThat(TrailSteps.findings(both)).isEmpty();
        JsonNode basis = both.at("/steps/2/bases/1");
        assertThat(basis.get("number").asString()).isEqualTo("3223-CV/TU");
        assertThat(basis.get("issuer").asString()).isEqualTo(province.id("p"));
        assertThat(basis.get("inForceWhenRecorded").booleanValue()).isTrue();
        assertThat(both.at("/steps/2/document").asString()).isEqualTo("512-QĐ/TU");
        Answer letter = appointment(side, province, "letter");
        assertThat(TrailSteps.findings(letter)).containsExactly("SECOND_BASIS_MISSING 2");
        assertThat(letter.at("/findings/0/words").asString()).contains("68-KL/TW");
        assertThat(appointment(side, province, "conclusion").at("/findings/0/words").asString())
                .contains("3223-CV/TU");
        assertThat(TrailSteps.findings(appointment(side, province, "none"))).containsExactly("WITHOUT_BASIS 2");
        assertThat(TrailSteps.findings(appointment(side, province, "unknown"))).containsExactly("BASIS_UNKNOWN 2");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_basis_that_was_in_force_as_known_then_and_not_as_known_since_is_found(QuerySide side) {
        Province province = new Province(side, "ta4").small();
        side.record(
                province.document("68-KL/TW", "kl", "2012-01-01", null),
                province.document("9-QĐ/TU", "old", "2012-01-01", "2015-12-31"));
        appointed(side, province, "a", "kl");
        appointed(side, province, "late", "old");
        long before = side.lastPosition();
        side.record(province.superseded("kl", "other", "2017-06-01"));

        Answer now = appointment(side, province, "a");
        assertThat(TrailSteps.findings(now)).containsExactly("BASIS_FELL_AWAY 2");
        assertThat(now.at("/steps/2/bases/0/inForceWhenRecorded").booleanValue()).isTrue();
        assertThat(now.at("/steps/2/bases/0/inForce").booleanValue()).isFalse();
        assertThat(TrailSteps.findings(new TrailSteps(side, province).trail(
                        CommitteeAppointmentState.TYPE, "a",
                        "effectiveOn=2018-06-01&knownOn=" + before + "&" + NEVER_LATE)))
                .isEmpty();
        assertThat(TrailSteps.findings(appointment(side, province, "late"))).containsExactly("BASIS_NOT_IN_FORCE 2");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_assignment_lacks_whatever_was_voided_on_the_way_to_the_seat(QuerySide side) {
        Province province = new Province(side, "ta5").small();
        TrailSteps steps = new TrailSteps(side, province);
        side.record(province.assignment("a", "m1", "s1", "c1", "x1", "2018-03-01"));
        String asked = "effectiveOn=2018-06-01&" + NEVER_LATE;

        Answer whole = steps.trail(CellAssignmentState.TYPE, "a", asked);
        assertThat(TrailSteps.findings(whole)).containsExactly("WITHOUT_BASIS 2");
        assertThat(whole.at("/steps/2/document").asString()).isEqualTo("1-GT/ĐU");
        side.record(province.assignment("a", "s1", "introduces", TrailSteps.voided("2018-04-01", 2)));
        assertThat(TrailSteps.findings(steps.trail(CellAssignmentState.TYPE, "a", asked)))
                .containsExactly("OUT_OF_ORDER 3", "STEP_MISSING 3", "OUT_OF_ORDER 4", "STEP_MISSING 4", "STEP_MISSING 4");
    }
}
