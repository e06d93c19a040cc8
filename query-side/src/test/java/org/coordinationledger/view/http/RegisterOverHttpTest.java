package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
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
                        Province.day("2014-12-10"), null)),
                province.assignment(local, "s1", "introduces", new CellAssignmentEvent.Introduced(
                        Province.day(on), new DocumentNumber(number), Province.day(on),
                        List.of(province.organisationId("x1")), Regime.ATTENDANCE, false, List.of())));
    }
}
