package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.AnnualContents;
import org.coordinationledger.agreement.event.ContentItem;
import org.coordinationledger.agreement.event.ContentPeriod;
import org.coordinationledger.agreement.event.PersonInCharge;
import org.coordinationledger.informationexchange.event.ExchangeTopic;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.informationexchange.event.InformationExchangeState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Lists and figures of agreements, and of the exchanges under them. */
class AgreementsOverHttpTest {

    private static final TextDigest TEXT = new TextDigest("a".repeat(64));
    private static final TextDigest AMENDED = new TextDigest("b".repeat(64));

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static Deed step(Province province, String party, RecordEvent event) {
        return new Deed(
                AgreementState.TYPE, province.id("qc"), new Actor("somebody", province.organisationId(party), Role.SIGNATORY),
                event);
    }

    /** Drafted by b with d and c1, proposed on 2018-01-10, signed by b; in force on 2018-01-20 with the others'. */
    private static Province proposed(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(
                step(province, "b", new AgreementEvent.Drafted(
                        Province.day("2018-01-05"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"),
                        province.organisationId("b"),
                        List.of(province.organisationId("b"), province.organisationId("d"), province.organisationId("c1")),
                        TEXT, Province.day("2018-01-01"), Province.day("2020-12-31"), null, List.of(), true)),
                step(province, "b", new AgreementEvent.Proposed(Province.day("2018-01-10"))),
                step(province, "b", signed("2018-01-11", 1, TEXT)));
        return province;
    }

    private static AgreementEvent.Signed signed(String day, int revision, TextDigest text) {
        return new AgreementEvent.Signed(Province.day(day), revision, text);
    }

    private static Province inForce(QuerySide side, String key) {
        Province province = proposed(side, key);
        side.record(
                step(province, "d", signed("2018-01-15", 1, TEXT)),
                step(province, "c1", signed("2018-01-20", 1, TEXT)),
                step(province, "b", new AgreementEvent.NumberAssigned(
                        Province.day("2018-01-21"), new DocumentNumber("04-QC/PH"))));
        return province;
    }

    private static JsonNode value(QuerySide side, String figure, Province province, String scope, String day) {
        Answer answer =
                side.get("/api/v1/figures/%s?scope=%s&effectiveOn=%s".formatted(figure, province.id(scope), day));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_agreement_counts_for_each_party_while_it_is_in_force(QuerySide side) {
        Province province = inForce(side, "qc1");

        for (String scope : List.of("p", "b", "d", "c1")) {
            assertThat(value(side, "agreementsInForce", province, scope, "2018-01-19").intValue()).isZero();
            assertThat(value(side, "agreementsInForce", province, scope, "2018-01-20").intValue()).isEqualTo(1);
            assertThat(value(side, "agreementsInForce", province, scope, "2020-12-31").intValue()).isEqualTo(1);
            assertThat(value(side, "agreementsInForce", province, scope, "2021-01-01").intValue()).isZero();
        }
        assertThat(value(side, "agreementsInForce", province, "c2", "2019-01-01").intValue()).isZero();
        JsonNode facts = side.get("/api/v1/agreements?effectiveOn=2019-01-01&filter.lead=" + province.id("b"))
                .at("/items/0/facts");
        assertThat(facts.get("stage").asString()).isEqualTo("IN_FORCE");
        assertThat(facts.get("number").asString()).isEqualTo("04-QC/PH");
        assertThat(facts.get("lastDay").asString()).isEqualTo("2020-12-31");
        assertThat(facts.get("unfinished").asBoolean()).isTrue();
        assertThat(facts.get("illustrative").asBoolean()).isTrue();
        assertThat(facts.has("awaiting")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_agreement_waits_for_each_signature_and_then_for_the_end_of_its_term(QuerySide side) {
        Province province = inForce(side, "qcw");

        assertThat(waiting(side, province, "b", "2018-01-05", "")).containsExactly("AGREEMENT_PROPOSAL");
        assertThat(waiting(side, province, "b", "2018-01-10", ""))
                .containsExactly("AGREEMENT_SIGNATURE 2018-02-09");
        assertThat(waiting(side, province, "b", "2018-01-11", "")).isEmpty();
        assertThat(waiting(side, province, "c1", "2018-01-19", "&competence=DECIDE"))
                .containsExactly("AGREEMENT_SIGNATURE 2018-02-09");
        assertThat(waiting(side, province, "c1", "2018-01-20", "")).isEmpty();
        assertThat(waiting(side, province, "b", "2020-10-01", "")).as("90 days before its last day").isEmpty();
        assertThat(waiting(side, province, "b", "2020-10-02", "")).containsExactly("AGREEMENT_TERM 2020-12-01");
        assertThat(waiting(side, province, "b", "2020-10-02", "&dueBy=2020-11-30")).isEmpty();
        assertThat(waiting(side, province, "b", "2020-10-02", "&dueBy=2020-12-01"))
                .containsExactly("AGREEMENT_TERM 2020-12-01");
        assertThat(waiting(side, province, "b", "2020-12-01", "&overdue=true")).isEmpty();
        assertThat(waiting(side, province, "b", "2020-12-02", "&overdue=true"))
                .containsExactly("AGREEMENT_TERM 2020-12-01");
        assertThat(waiting(side, province, "b", "2021-01-01", "")).as("it expired").isEmpty();
        JsonNode series = side.get("/api/v1/organisations/" + province.id("b") + "/register?effectiveOn=2019-01-01")
                .at("/series/0");
        assertThat(series.get("kind").asString()).isEqualTo("AGREEMENT");
        assertThat(series.at("/entries/0/number").asString()).isEqualTo("04-QC/PH");
        assertThat(series.get("missing").toString()).isEqualTo("[{\"first\":1,\"last\":3}]");
    }

    private static List<String> waiting(
            QuerySide side, Province province, String organisation, String day, String parameters) {
        return side.get("/api/v1/organisations/" + province.id(organisation) + "/waiting?effectiveOn=" + day + parameters)
                .at("/items")
                .valueStream()
                .map(item -> (item.get("what").asString() + " " + item.get("due").asString("")).strip())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_proposed_agreement_awaits_those_who_have_not_signed(QuerySide side) {
        Province province = proposed(side, "qc2");

        assertThat(value(side, "agreementsAwaitingSignature", province, "b", "2018-01-10").intValue()).isEqualTo(1);
        assertThat(value(side, "agreementsAwaitingSignature", province, "b", "2018-01-11").intValue()).isZero();
        assertThat(value(side, "agreementsAwaitingSignature", province, "c1", "2018-01-11").intValue()).isEqualTo(1);
        assertThat(value(side, "agreementsAwaitingSignature", province, "p", "2018-01-11").intValue()).isEqualTo(1);
        assertThat(value(side, "agreementsAwaitingSignature", province, "c1", "2018-01-09").intValue()).isZero();
        assertThat(side.get("/api/v1/agreements?effectiveOn=2018-01-11&filter.awaiting=" + province.id("d"))
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void parties_and_items_of_the_latest_contents_are_those_of_the_agreement_itself(QuerySide side) {
        Province province = inForce(side, "qc3");
        contents(side, province, "2019", "2019-01-10", "Giao ban", "Tuyên truyền", "Tuần tra chung");
        contents(side, province, "2020", "2020-01-10", "Giao ban");

        assertThat(value(side, "agreementParties", province, "qc", "2018-01-05").intValue()).isEqualTo(3);
        assertThat(value(side, "annualContentItems", province, "qc", "2018-06-01").intValue()).isZero();
        assertThat(value(side, "annualContentItems", province, "qc", "2019-01-10").intValue()).isEqualTo(3);
        assertThat(value(side, "annualContentItems", province, "qc", "2020-01-10").intValue()).isEqualTo(1);
    }

    /** Proposed by d and agreed by all on a day. */
    private static void contents(QuerySide side, Province province, String year, String day, String... items) {
        ContentPeriod period = new ContentPeriod(year);
        List<ContentItem> proposed = Stream.of(items).map(ContentItem::new).toList();
        AgreementEvent.AnnualContentsAgreed agreed = new AgreementEvent.AnnualContentsAgreed(
                Province.day(day), period, AnnualContents.digestOf(period, proposed));
        side.record(
                step(province, "d", new AgreementEvent.AnnualContentsProposed(Province.day(day), period, proposed)),
                step(province, "b", agreed), step(province, "d", agreed), step(province, "c1", agreed));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_state_shows_which_text_is_in_force_and_which_awaits_signatures(QuerySide side) {
        Province province = inForce(side, "qc4");
        side.record(
                step(province, "d", new AgreementEvent.PersonInChargeNamed(
                        Province.day("2018-02-01"), new PersonInCharge("Phó Bí thư"))),
                step(province, "b", new AgreementEvent.AmendmentProposed(
                        Province.day("2019-01-01"), AMENDED, null, List.of())),
                step(province, "c1", signed("2019-01-02", 2, AMENDED)));

        JsonNode state =
                side.get("/api/v1/agreements/" + province.id("qc") + "?effectiveOn=2019-01-02").at("/state");
        assertThat(state.at("/stage").asString()).isEqualTo("IN_FORCE");
        assertThat(state.at("/signed/text").asString()).isEqualTo(TEXT.value());
        assertThat(state.at("/pending/text").asString()).isEqualTo(AMENDED.value());
        assertThat(state.at("/pending/number").intValue()).isEqualTo(2);
        assertThat(state.at("/pending/signedBy/0").asString()).isEqualTo(province.id("c1"));
        assertThat(state.at("/inCharge").get(province.id("d")).asString()).isEqualTo("Phó Bí thư");
        assertThat(waiting(side, province, "d", "2019-01-02", ""))
                .as("30 days from when the amendment was proposed, not from when the agreement came into force")
                .containsExactly("AGREEMENT_SIGNATURE 2019-01-31");
        assertThat(waiting(side, province, "d", "2018-12-31", "")).isEmpty();
        assertThat(waiting(side, province, "c1", "2019-01-02", "")).as("it signed").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_unfinished_agreement_is_left_open_by_a_party_that_is_dissolved(QuerySide side) {
        Province province = inForce(side, "qc5");
        String leftOpen = "/api/v1/organisations/" + province.id("d") + "/left-open?effectiveOn=";

        assertThat(side.get(leftOpen + "2020-12-31").at("/items").findValuesAsString("id")).contains(province.id("qc"));
        assertThat(side.get(leftOpen + "2021-01-01").at("/items").findValuesAsString("id"))
                .doesNotContain(province.id("qc"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void exchanges_count_for_who_gave_and_who_got_information(QuerySide side) {
        Province province = inForce(side, "qc6");
        Actor post = new Actor("somebody", province.organisationId("s1"), Role.RECORDER);
        List<ExchangeTopic> topics = List.of(new ExchangeTopic("An ninh trật tự"));
        AgreementId agreement = new AgreementId(province.id("qc"));
        side.record(
                new Deed(InformationExchangeState.TYPE, province.id("x-1"), post, new InformationExchangeEvent.Held(
                        Province.day("2018-03-01"), agreement, province.organisationId("s1"),
                        List.of(province.organisationId("c1")), topics, null, false)),
                new Deed(InformationExchangeState.TYPE, province.id("x-2"), post, new InformationExchangeEvent.Sent(
                        Province.day("2018-04-01"), agreement, province.organisationId("s1"),
                        List.of(province.organisationId("c1"), province.organisationId("c2")), topics,
                        new DocumentNumber("15-TB/ĐB"), false)));

        assertThat(value(side, "informationExchanges", province, "s1", "2018-03-31").intValue()).isEqualTo(1);
        assertThat(value(side, "informationExchanges", province, "s1", "2018-04-01").intValue()).isEqualTo(2);
        assertThat(value(side, "informationExchanges", province, "c2", "2018-04-01").intValue()).isEqualTo(1);
        assertThat(value(side, "informationExchanges", province, "d", "2018-04-01").intValue()).isEqualTo(2);
        assertThat(value(side, "informationExchanges", province, "s2", "2018-04-01").intValue()).isZero();
        assertThat(side.get("/api/v1/organisations/" + province.id("s1") + "/left-open?effectiveOn=2018-04-01")
                        .at("/items")
                        .findValuesAsString("id"))
                .as("an exchange leaves nothing open")
                .doesNotContain(province.id("x-1"));
    }
}
