package org.coordinationledger.mandate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.mandate.command.Office.TODAY;
import static org.coordinationledger.mandate.command.Office.grant;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.Asked;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.proposal.command.ProposalFeature;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.api.Test;

/** Who acts is entitled on the day of recording, whatever the day of the step; shown on a proposal. */
class EntitledTest {

    private static final Actor DEPUTY = new Actor("deputy", organisation("post"), Role.APPROVER);
    private static final String KEY = "mandate:secretary:post:APPROVER";

    private final Office office = new Office();

    /** A step of another feature, which took effect long before anybody had a mandate. */
    private void acts(Actor actor) {
        ProposalEvent.Made made = new ProposalEvent.Made(
                day("2018-01-01"), List.of(organisation("post")), organisation("border-guard"), ProposalKind.ADVICE,
                new Subject("Đề nghị"), null, List.of(), false);
        ProposalFeature.declared().decide(
                new Asked("proposal", false, made, actor, null), ProposalState.TYPE.empty(), office.landscape.registry);
    }

    private void isRefused(Actor actor, CommandRejection why) {
        assertThatThrownBy(() -> acts(actor)).isInstanceOfSatisfying(
                RejectedException.class, refused -> assertThat(refused.rejection()).isEqualTo(why));
    }

    private static CommandRejection notEntitled() {
        return new CommandRejection.NotEntitled("deputy", "post", "APPROVER", TODAY);
    }

    @Test
    void who_has_a_mandate_acts() {
        acts(Office.SECRETARY);
    }

    @Test
    void who_has_none_does_not_nor_in_another_role_or_for_another_organisation() {
        isRefused(DEPUTY, notEntitled());
        office.granted("a", grant("deputy", "post", Role.RECORDER, "2019-01-01", null, null));
        office.granted("b", grant("deputy", "post-2", Role.APPROVER, "2019-01-01", null, null));
        isRefused(DEPUTY, notEntitled());
    }

    @Test
    void a_mandate_that_is_over_or_yet_to_come_does_not_count() {
        office.granted("past", grant("deputy", "post", Role.APPROVER, "2019-01-01", "2019-05-31", null));
        office.granted("future", grant("deputy", "post", Role.APPROVER, "2019-06-02", null, null));
        isRefused(DEPUTY, notEntitled());
    }

    @Test
    void a_delegation_counts_only_while_the_lender_has_a_mandate_of_their_own() {
        Granted lent = grant("deputy", "post", Role.APPROVER, "2019-05-01", "2019-12-31", "secretary");
        office.granted("lent", lent);
        acts(DEPUTY);

        office.landscape.registry.holding(KEY, new ReservationEvent.Held("secretary-s", List.of(), null));
        isRefused(DEPUTY, 
                new CommandRejection.DelegationOver("deputy", "post", "APPROVER", TODAY, "secretary"));
    }

    @Test
    void a_mandate_for_one_body_is_not_one_for_another() {
        office.granted("lent", grant(Body.COMMITTEE, "deputy", "post", Role.APPROVER, "2019-05-01", null, null));
        acts(DEPUTY);
        acts(DEPUTY.through(Body.COMMITTEE));
        isRefused(DEPUTY.through(Body.COMMAND), new CommandRejection.OtherBody("deputy", "COMMITTEE", "COMMAND"));
    }
}
