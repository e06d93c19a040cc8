package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalOutcome;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Lists and figures of proposals, and what waits for who has to answer. */
class ProposalsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    /** Made by a post and a commune to the district, received and answered. */
    private static Province answered(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(
                step(province, "s1", new ProposalEvent.Made(
                        Province.day("2018-01-10"), List.of(province.organisationId("s1"), province.organisationId("c1")),
                        province.organisationId("d"), ProposalKind.ADVICE, new Subject("Ban hành quy định"),
                        new DocumentNumber("12-TTr/ĐU"), List.of(), true)),
                step(province, "d", new ProposalEvent.Received(Province.day("2018-01-12"))),
                step(province, "d", new ProposalEvent.Answered(
                        Province.day("2018-02-01"), ProposalOutcome.ACCEPTED, null, null)));
        return province;
    }

    private static Deed step(Province province, String organisation, RecordEvent event) {
        return new Deed(
                ProposalState.TYPE, province.id("dn"),
                new Actor("somebody", province.organisationId(organisation), Role.APPROVER), event);
    }

    private static int value(QuerySide side, String figure, Province province, String scope, String day) {
        Answer answer =
                side.get("/api/v1/figures/%s?scope=%s&effectiveOn=%s".formatted(figure, province.id(scope), day));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_proposal_is_unanswered_for_its_addressee_until_the_answer(QuerySide side) {
        Province province = answered(side, "dn1");

        for (String scope : List.of("d", "p")) {
            assertThat(value(side, "proposalsUnanswered", province, scope, "2018-01-09")).isZero();
            assertThat(value(side, "proposalsUnanswered", province, scope, "2018-01-10")).isEqualTo(1);
            assertThat(value(side, "proposalsUnanswered", province, scope, "2018-01-31")).isEqualTo(1);
            assertThat(value(side, "proposalsUnanswered", province, scope, "2018-02-01")).isZero();
        }
        assertThat(value(side, "proposalsUnanswered", province, "s1", "2018-01-31")).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_proposal_counts_once_for_all_who_made_it_together(QuerySide side) {
        Province province = answered(side, "dn2");

        for (String scope : List.of("s1", "c1", "b", "d", "p")) {
            assertThat(value(side, "proposalsMade", province, scope, "2018-01-10")).isEqualTo(1);
            assertThat(value(side, "proposalsMade", province, scope, "2018-03-01")).isEqualTo(1);
        }
        assertThat(value(side, "proposalsMade", province, "c2", "2018-03-01")).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void it_waits_to_be_received_and_then_to_be_answered(QuerySide side) {
        Province province = answered(side, "dn3");

        assertThat(waiting(side, province, "2018-01-11")).containsExactly("PROPOSAL_RECEIPT RECORD 2018-01-10");
        assertThat(waiting(side, province, "2018-01-12")).containsExactly("PROPOSAL_ANSWER DECIDE 2018-01-12");
        assertThat(waiting(side, province, "2018-02-01")).isEmpty();
    }

    private static List<String> waiting(QuerySide side, Province province, String day) {
        return side.get("/api/v1/organisations/" + province.id("d") + "/waiting?effectiveOn=" + day)
                .at("/items")
                .valueStream()
                .map(item -> item.get("what").asString() + " " + item.get("competence").asString() + " "
                        + item.get("since").asString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void lists_show_a_proposal_s_facts(QuerySide side) {
        Province province = answered(side, "dn4");

        JsonNode before = side.get("/api/v1/proposals?effectiveOn=2018-01-31&filter.by=" + province.id("c1"))
                .at("/items/0/facts");
        assertThat(before.get("stage").asString()).isEqualTo("RECEIVED");
        assertThat(before.get("open").asBoolean()).isTrue();
        assertThat(before.get("number").asString()).isEqualTo("12-TTr/ĐU");
        assertThat(before.get("madeOn").asString()).isEqualTo("2018-01-10");
        JsonNode after = side.get("/api/v1/proposals?effectiveOn=2018-02-01&filter.to=" + province.id("d"))
                .at("/items/0/facts");
        assertThat(after.get("outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(after.get("unfinished").asBoolean()).isFalse();
        assertThat(after.get("illustrative").asBoolean()).isTrue();
    }
}
