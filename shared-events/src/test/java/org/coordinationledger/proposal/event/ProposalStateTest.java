package org.coordinationledger.proposal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.api.Test;

class ProposalStateTest {

    private final Life<ProposalEvent, ProposalState> made = Life.of(ProposalState.TYPE)
            .then(recorder("post"), new ProposalEvent.Made(
                    day("2018-01-10"), List.of(organisation("post")), organisation("province"), ProposalKind.REQUEST,
                    new Subject("Đề nghị"), null, List.of(), false));

    private final Life<ProposalEvent, ProposalState> answered = made
            .then(recorder("province"), new ProposalEvent.Received(day("2018-01-12")))
            .then(decider("province"), new ProposalEvent.Answered(
                    day("2018-02-01"), ProposalOutcome.CARRIED_OUT, new BasisDocumentId("regulation"), null));

    @Test
    void a_proposal_is_open_from_its_making_to_its_answer() {
        assertThat(answered.on("2018-01-31").open()).isTrue();
        assertThat(answered.on("2018-01-31").document()).isNull();
        assertThat(answered.on("2018-02-01").open()).isFalse();
        assertThat(answered.on("2018-02-01").document()).isEqualTo(new BasisDocumentId("regulation"));
    }

    @Test
    void a_receipt_that_is_recorded_late_takes_its_place_before_what_follows() {
        Life<ProposalEvent, ProposalState> late = made
                .then(recorder("post"), new ProposalEvent.Withdrawn(
                        day("2018-03-01"), new Reason("trùng")))
                .then(recorder("province"), new ProposalEvent.Received(day("2018-01-12")));

        assertThat(late.on("2018-01-11").stage()).isEqualTo(ProposalStage.MADE);
        assertThat(late.on("2018-01-12").stage()).isEqualTo(ProposalStage.RECEIVED);
        assertThat(late.on("2018-03-01").stage()).isEqualTo(ProposalStage.WITHDRAWN);
    }

    @Test
    void a_voided_answer_leaves_the_proposal_received() {
        ProposalState voided = answered.voids(decider("province"), 2).on("2018-03-01");

        assertThat(voided.stage()).isEqualTo(ProposalStage.RECEIVED);
        assertThat(voided.stageSince()).isEqualTo(day("2018-01-12"));
        assertThat(voided.outcome()).isNull();
    }
}
