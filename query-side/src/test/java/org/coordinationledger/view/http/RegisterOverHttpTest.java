package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.organisation.event.OrganisationEvent.Manner;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RegisterOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void numbers_that_no_document_bears_are_told_for_each_series(QuerySide side) {
        Province province = new Province(side, "rg").small();
        side.record(
                document(province, "n2", "02-QĐ/TU", DocumentKind.DECISION, Series.STATE_YEAR, "2023-02-01"),
                document(province, "n3", "3-QĐ/TU", DocumentKind.DECISION, Series.STATE_YEAR, "2023-03-01"),
                document(province, "n7", "07-QĐ/TU", DocumentKind.DECISION, Series.STATE_YEAR, "2023-04-01"),
                document(province, "n8", "01-QĐ/TU", DocumentKind.DECISION, Series.STATE_YEAR, "2024-01-05"),
                document(province, "k1", "Đề án 825", DocumentKind.SCHEME, Series.STATE_YEAR, "2023-05-01"));

        Answer register = register(side, province, "p", "");

        assertThat(register.at("/series").valueStream().map(s -> s.get("kind").asString() + " "
                        + s.get("period").asString()))
                .containsExactly("DECISION 2023", "DECISION 2024", "SCHEME 2023");
        JsonNode decisions = register.at("/series/0");
        assertThat(numbers(decisions)).containsExactly("02-QĐ/TU", "3-QĐ/TU", "07-QĐ/TU");
        assertThat(decisions.get("missing").toString())
                .isEqualTo("[{\"first\":1,\"last\":1},{\"first\":4,\"last\":6}]");
        assertThat(register.at("/series/1/missing").size()).isZero();
        assertThat(register.at("/series/2/missing").size()).isZero();
        assertThat(decisions.at("/entries/0/records/0/id").asString()).isEqualTo(province.id("n2"));
        assertThat(numbers(register(side, province, "p", "&kind=DECISION&from=2023-03-01&to=2023-12-31").at("/series/0")))
                .containsExactly("3-QĐ/TU", "07-QĐ/TU");
        assertThat(register(side, province, "d", "").at("/series").size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void two_documents_with_one_number_are_a_double_and_known_as_such_since_then(QuerySide side) {
        Province province = new Province(side, "db").small();
        side.record(document(province, "da", "04-QĐ/TU", DocumentKind.DECISION, Series.STATE_YEAR, "2023-02-01"));
        long before = side.lastPosition();
        side.record(document(province, "z", "4-qđ/TU", DocumentKind.DECISION, Series.STATE_YEAR, "2023-02-01"));
        long both = side.lastPosition();
        side.record(new Deed(
                BasisDocumentState.TYPE, province.id("z"),
                province.document("1", "unused", "2023-01-01", null).actor(),
                new Amendment.Voided(Province.day("2024-01-01"), 0, Province.REASON, List.of())));

        assertThat(doubled(register(side, province, "p", "&knownOn=" + before))).containsExactly(false);
        assertThat(doubled(register(side, province, "p", "&knownOn=" + both))).containsExactly(true);
        assertThat(doubled(register(side, province, "p", ""))).containsExactly(false);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void numbers_of_party_documents_run_through_the_term_of_office(QuerySide side) {
        Province province = new Province(side, "tm").small();
        side.record(province.administrator("p", new OrganisationEvent.TermOpened(
                Province.day("2015-10-01"), new TermName("2015-2020"), Province.day("2020-09-30"))));
        side.record(
                document(province, "da", "01-QC/TU", DocumentKind.REGULATION, Series.PARTY_TERM, "2015-12-01"),
                document(province, "db", "02-QC/TU", DocumentKind.REGULATION, Series.PARTY_TERM, "2019-12-01"),
                document(province, "dc", "01-QC/TU", DocumentKind.REGULATION, Series.PARTY_TERM, "2021-12-01"));

        Answer register = register(side, province, "p", "");

        assertThat(register.at("/series/0/period").asString()).isEqualTo("2015–2020");
        assertThat(numbers(register.at("/series/0"))).containsExactly("01-QC/TU", "02-QC/TU");
        assertThat(register.at("/series/1/period").asString()).as("no term is recorded").isEqualTo("2021");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_letter_that_introduces_several_members_is_one_document_unless_its_dates_differ(QuerySide side) {
        Province province = new Province(side, "lt").small();
        side.record(introduction(province, "a1", "5-GT/ĐU", "2015-01-05"));
        side.record(introduction(province, "a2", "5-GT/ĐU", "2015-01-05"));
        side.record(introduction(province, "a3", "6-GT/ĐU", "2015-02-05"));
        side.record(introduction(province, "a4", "6-GT/ĐU", "2015-03-05"));

        JsonNode letters = register(side, province, "s1", "&kind=INTRODUCTION_LETTER").at("/series/0");

        assertThat(numbers(letters)).containsExactly("5-GT/ĐU", "6-GT/ĐU");
        assertThat(letters.at("/entries/0/records").size()).isEqualTo(2);
        assertThat(letters.at("/entries/0/doubled").booleanValue()).isFalse();
        assertThat(letters.at("/entries/1/doubled").booleanValue()).isTrue();
        assertThat(letters.at("/entries/1/dates").toString()).isEqualTo("[\"2015-02-05\",\"2015-03-05\"]");
        assertThat(letters.get("missing").toString()).isEqualTo("[{\"first\":1,\"last\":4}]");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void numbers_of_letters_decisions_conclusions_and_agreements_run_through_the_term_of_who_issued_them(QuerySide side) {
        Province province = new Province(side, "te").small();
        side.record(
                province.administrator("p", new OrganisationEvent.TermOpened(
                        Province.day("2015-10-01"), new TermName("2015-2020"), Province.day("2020-09-30"))),
                province.administrator("s1", new OrganisationEvent.TermOpened(
                        Province.day("2014-06-01"), new TermName("2014-2019"), Province.day("2019-05-31"))));
        side.record(introduction(province, "a1", "1-GT/ĐU", "2015-01-05"));
        side.record(introduction(province, "a2", "2-GT/ĐU", "2018-01-05"));
        side.record(
                inspected(province, "i1", "1-QĐ/UBKT", "2016-03-01"),
                concluded(province, "i1", "1-KL/UBKT", "2016-04-01"),
                inspected(province, "i2", "3-QĐ/UBKT", "2019-03-01"),
                nominated(province, "o1", "2016-03-01"),
                vetted(province, "o1", "5-CV/TU", "2016-03-10"),
                designated(province, "o1", "1-QĐ/TU", "2016-04-01"),
                extended(province, "o1", "4-QĐ/TU", "2019-04-01"),
                drafted(province, "g1", "1-QC/PH", "2016-05-01"),
                drafted(province, "g2", "2-QC/PH", "2020-05-01"));

        assertThat(series(register(side, province, "p", "")))
                .containsExactly(
                        "AGREEMENT 2015–2020 [1-QC/PH, 2-QC/PH] []",
                        "APPOINTMENT_DECISION 2015–2020 [1-QĐ/TU, 4-QĐ/TU] [{\"first\":2,\"last\":3}]",
                        "APPOINTMENT_VETTING 2015–2020 [5-CV/TU] [{\"first\":1,\"last\":4}]",
                        "INSPECTION_CONCLUSION 2015–2020 [1-KL/UBKT] []",
                        "INSPECTION_DECISION 2015–2020 [1-QĐ/UBKT, 3-QĐ/UBKT] [{\"first\":2,\"last\":2}]");
        assertThat(series(register(side, province, "s1", "")))
                .containsExactly("INTRODUCTION_LETTER 2014–2019 [1-GT/ĐU, 2-GT/ĐU] []");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void two_inspections_with_one_number_are_a_double_and_two_appointments_by_one_decision_are_not(QuerySide side) {
        Province province = new Province(side, "id").small();
        side.record(
                inspected(province, "i1", "07-QĐ/UBKT", "2016-03-01"),
                nominated(province, "o1", "2016-02-01"),
                vetted(province, "o1", null, "2016-02-10"),
                designated(province, "o1", "07-QĐ/TU", "2016-03-01"),
                nominated(province, "o2", "2016-02-01"),
                vetted(province, "o2", null, "2016-02-10"),
                designated(province, "o2", "7-QĐ/TU", "2016-03-01"));
        long before = side.lastPosition();
        side.record(inspected(province, "i2", "7-QĐ/UBKT", "2016-03-01"));

        assertThat(doubled(register(side, province, "p", "&kind=INSPECTION_DECISION&knownOn=" + before)))
                .containsExactly(false);
        assertThat(doubled(register(side, province, "p", "&kind=INSPECTION_DECISION"))).containsExactly(true);
        Answer decisions = register(side, province, "p", "&kind=APPOINTMENT_DECISION");
        assertThat(doubled(decisions)).containsExactly(false);
        assertThat(decisions.at("/series/0/entries/0/records").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void every_letter_with_a_number_is_in_the_register_of_who_wrote_it(QuerySide side) {
        Province province = new Province(side, "el").small();
        side.record(
                proposed(province, "r1", "2-ĐN/ĐU", "2016-01-05"),
                proposed(province, "r2", "2-ĐN/ĐU", "2016-01-06"),
                inspected(province, "i1", "1-QĐ/UBKT", "2016-03-01"),
                step(InspectionState.TYPE, province, "i1", "s1", new InspectionEvent.SelfReported(
                        Province.day("2016-03-05"), new DocumentNumber("9-BC/ĐU"))));
        side.record(introduction(province, "a1", "5-GT/ĐU", "2015-01-05"));

        assertThat(series(register(side, province, "s1", "")))
                .containsExactly(
                        "INSPECTION_SELF_REPORT 2016 [9-BC/ĐU] [{\"first\":1,\"last\":8}]",
                        "INTRODUCTION_LETTER 2015 [5-GT/ĐU] [{\"first\":1,\"last\":4}]",
                        "PROPOSAL 2016 [2-ĐN/ĐU] [{\"first\":1,\"last\":1}]");
        assertThat(doubled(register(side, province, "s1", "&kind=PROPOSAL"))).containsExactly(true);
        assertThat(series(register(side, province, "c1", "")))
                .containsExactly("SELECTION_CONSENT 2014 [4-CV/ĐU] [{\"first\":1,\"last\":3}]");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_number_stays_its_issuers_when_another_goes_on_with_the_record(QuerySide side) {
        Province province = new Province(side, "hr").small();
        side.record(
                province.organisation("d2", OrganisationKind.DISTRICT_PARTY_COMMITTEE, "p", null),
                step(InspectionState.TYPE, province, "i1", "d", new InspectionEvent.Decided(
                        Province.day("2016-03-01"), InspectionKind.INSPECTION, province.organisationId("d"),
                        new DocumentNumber("3-QĐ/UBKT"), List.of(province.organisationId("c1")), new Subject("Quy chế"),
                        List.of(new PersonCode("inspector")), new PersonCode("inspector"), Province.day("2016-03-01"),
                        Province.day("2016-12-31"), List.of(), false)),
                province.administrator("d", new OrganisationEvent.Dissolved(
                        Province.day("2017-01-01"), Manner.MERGED, List.of(province.organisationId("d2")),
                        Province.REASON, List.of())),
                step(InspectionState.TYPE, province, "i1", "d2", new Succession.Inherited(
                        Province.day("2017-01-01"), province.organisationId("d"), province.organisationId("d2"),
                        Province.REASON, List.of())),
                concludedBy(province, "i1", "d2", "1-KL/UBKT", "2017-02-01"));

        assertThat(series(register(side, province, "d", "")))
                .containsExactly("INSPECTION_DECISION 2016 [3-QĐ/UBKT] [{\"first\":1,\"last\":2}]");
        assertThat(series(register(side, province, "d2", "")))
                .containsExactly("INSPECTION_CONCLUSION 2017 [1-KL/UBKT] []");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_cannot_be_shown_says_why(QuerySide side) {
        new Province(side, "rw").small();
        String path = "/api/v1/organisations/rw-p/register";
        assertThat(side.get(path + "?kind=POEM").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(path + "?from=yesterday").type()).isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(path + "?limit=3").type()).isEqualTo("/problems/unknown-parameter");
        assertThat(side.get("/api/v1/organisations/nobody/register").type()).isEqualTo("/problems/unknown-record");
        assertThat(side.get(path + "?effectiveOn=2001-01-01").type()).isEqualTo("/problems/read/not-effective");
    }

    private static Answer register(QuerySide side, Province province, String organisation, String parameters) {
        Answer answer = side.get("/api/v1/organisations/" + province.id(organisation)
                + "/register?effectiveOn=2025-01-01" + parameters);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private static List<String> numbers(JsonNode series) {
        return series.get("entries").valueStream().map(e -> e.get("number").asString()).toList();
    }

    private static List<Boolean> doubled(Answer register) {
        return register.at("/series/0/entries").valueStream().map(e -> e.get("doubled").booleanValue()).toList();
    }

    private static Deed document(
            Province province, String local, String number, DocumentKind kind, Series series, String on) {
        Deed like = province.document(number, local, on, null);
        BasisDocumentEvent.Issued e = (BasisDocumentEvent.Issued) like.event();
        return new Deed(like.type(), like.id(), like.actor(), new BasisDocumentEvent.Issued(
                e.effectiveOn(), e.number(), kind, series, e.issuer(), e.issuerBody(), e.jointIssuers(), e.issuedOn(),
                e.subject(), e.provisional(), e.carriesOut(), e.appliesTo(), e.lastDay(), e.illustrative()));
    }

    private static List<Deed> introduction(Province province, String local, String number, String on) {
        return List.of(
                province.assignment(local, "s1", "selects", new CellAssignmentEvent.Selected(
                        Province.day("2014-12-01"), new MemberId(province.id("m1")), province.organisationId("s1"),
                        province.organisationId("c1"), true, List.of())),
                province.assignment(local, "c1", "agrees", new CellAssignmentEvent.Agreed(
                        Province.day("2014-12-10"), new DocumentNumber("4-CV/ĐU"))),
                province.assignment(local, "s1", "introduces", new CellAssignmentEvent.Introduced(
                        Province.day(on), new DocumentNumber(number), Province.day(on),
                        List.of(province.organisationId("x1")), Regime.ATTENDANCE, false, List.of())));
    }

    /** Kind, period, numbers and gaps of each series. */
    private static List<String> series(Answer register) {
        return register.at("/series").valueStream()
                .map(one -> "%s %s %s %s".formatted(
                        one.get("kind").asString(), one.get("period").asString(), numbers(one), one.get("missing")))
                .toList();
    }

    private static Deed step(
            RecordType<?, ?> type, Province province, String local, String organisation, RecordEvent event) {
        return new Deed(
                type, province.id(local),
                new Actor("of-" + organisation, province.organisationId(organisation), Role.APPROVER), event);
    }

    private static Deed inspected(Province province, String local, String number, String on) {
        return step(InspectionState.TYPE, province, local, "p", new InspectionEvent.Decided(
                Province.day(on), InspectionKind.INSPECTION, province.organisationId("p"), new DocumentNumber(number),
                List.of(province.organisationId("s1")), new Subject("Quy chế"), List.of(new PersonCode("inspector")),
                new PersonCode("inspector"), Province.day(on), Province.day(on).plusDays(60), List.of(), false));
    }

    private static Deed concluded(Province province, String local, String number, String on) {
        return concludedBy(province, local, "p", number, on);
    }

    private static Deed concludedBy(Province province, String local, String by, String number, String on) {
        return step(InspectionState.TYPE, province, local, by, new InspectionEvent.Concluded(
                Province.day(on), new DocumentNumber(number), List.of(), null, List.of()));
    }

    private static Deed nominated(Province province, String local, String on) {
        return step(CommitteeAppointmentState.TYPE, province, local, "b", new CommitteeAppointmentEvent.Nominated(
                Province.day(on), new MemberId(province.id("m1")), province.organisationId("c1"), CommitteeLevel.COMMUNE,
                CommitteePosition.MEMBER_OF_EXECUTIVE_COMMITTEE, List.of(), false));
    }

    private static Deed vetted(Province province, String local, @Nullable String number, String on) {
        return step(CommitteeAppointmentState.TYPE, province, local, "p", new CommitteeAppointmentEvent.Vetted(
                Province.day(on), number == null ? null : new DocumentNumber(number)));
    }

    private static Deed designated(Province province, String local, String number, String on) {
        return step(CommitteeAppointmentState.TYPE, province, local, "p", new CommitteeAppointmentEvent.Designated(
                Province.day(on), new DocumentNumber(number), Province.day("2020-09-30"), true, List.of()));
    }

    private static Deed extended(Province province, String local, String number, String on) {
        return step(CommitteeAppointmentState.TYPE, province, local, "p", new CommitteeAppointmentEvent.Extended(
                Province.day(on), Province.day("2021-03-31"), new DocumentNumber(number), List.of()));
    }

    private static Deed drafted(Province province, String local, String number, String on) {
        return step(AgreementState.TYPE, province, local, "p", new AgreementEvent.Drafted(
                Province.day(on), AgreementKind.COORDINATION_RULES, new Subject("Quy chế"), province.organisationId("p"),
                List.of(province.organisationId("p"), province.organisationId("b")), TextDigest.of("Quy chế"),
                Province.day(on), null, new DocumentNumber(number), List.of(), false));
    }

    private static Deed proposed(Province province, String local, String number, String on) {
        return step(ProposalState.TYPE, province, local, "s1", new ProposalEvent.Made(
                Province.day(on), List.of(province.organisationId("s1"), province.organisationId("c1")),
                province.organisationId("p"), ProposalKind.REQUEST, new Subject("Đề nghị"), new DocumentNumber(number),
                List.of(), false));
    }
}
