package org.coordinationledger.appointment.command;

import static org.coordinationledger.appointment.command.Committee.APPOINTMENT;
import static org.coordinationledger.appointment.command.Committee.COMMUNE;
import static org.coordinationledger.appointment.command.Committee.DISTRICT;
import static org.coordinationledger.appointment.command.Committee.KEY;
import static org.coordinationledger.appointment.command.Committee.POST;
import static org.coordinationledger.appointment.command.Committee.PROVINCE;
import static org.coordinationledger.appointment.command.Committee.designate;
import static org.coordinationledger.appointment.command.Committee.designated;
import static org.coordinationledger.appointment.command.Committee.held;
import static org.coordinationledger.appointment.command.Committee.nominated;
import static org.coordinationledger.appointment.command.Committee.recorded;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentRejection;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.junit.jupiter.api.Test;

/** A body above the committee designates the officer, or confirms the election. */
class DecideTest {

    private final Committee committee = new Committee();

    @Test
    void a_body_above_the_committee_designates_and_the_position_is_held_for_the_term() {
        committee.afterVetting()
                .when(DISTRICT, designate("2018-03-01", "2020-12-31"))
                .recorded(designated("2018-03-01", "2020-12-31"))
                .keys(recorded("2018-03-01", "2021-01-01"));
    }

    @Test
    void an_election_is_confirmed_in_the_same_way_and_without_a_last_day_the_position_is_held_on() {
        CommitteeAppointmentCommand.ConfirmElection confirm = new CommitteeAppointmentCommand.ConfirmElection(
                APPOINTMENT, day("2018-03-01"), Committee.DECISION, null, false, List.of());
        committee.afterVetting()
                .when(PROVINCE, confirm)
                .recorded(new CommitteeAppointmentEvent.ElectionConfirmed(
                        day("2018-03-01"), Committee.DECISION, null, false, List.of()))
                .keys(recorded("2018-03-01", null));
        committee.afterVetting()
                .when(COMMUNE, confirm)
                .refused(new CommitteeAppointmentAcross.DeciderNotCompetent("commune", "commune"));
    }

    @Test
    void the_committee_itself_and_bodies_beside_it_do_not_decide() {
        committee.afterVetting()
                .when(COMMUNE, designate("2018-03-01", null))
                .refused(new CommitteeAppointmentAcross.DeciderNotCompetent("commune", "commune"));
        committee.afterVetting()
                .when(decider("border-guard"), designate("2018-03-01", null))
                .refused(new CommitteeAppointmentAcross.DeciderNotCompetent("border-guard", "commune"));
    }

    @Test
    void who_is_competent_follows_the_party_line_of_the_day() {
        committee.landscape.organisation("commune", new OrganisationEvent.Reattached(
                day("2018-06-01"), Line.PARTY, organisation("province"), null, List.of()));
        committee.afterVetting()
                .when(DISTRICT, designate("2018-06-01", null))
                .refused(new CommitteeAppointmentAcross.DeciderNotCompetent("district", "commune"));
        committee.afterVetting().when(DISTRICT, designate("2018-05-31", null)).recorded(designated("2018-05-31", null));
    }

    @Test
    void the_nominator_does_not_decide_be_it_above_the_committee() {
        committee.decision()
                .given(recorder("province"), nominated(CommitteePosition.DEPUTY_SECRETARY))
                .given(DISTRICT, Committee.vetted())
                .when(PROVINCE, designate("2018-03-01", null))
                .refused(new CommitteeAppointmentRejection.DecidedByNominator("province"));
    }

    @Test
    void the_person_who_nominated_does_not_decide_for_another_organisation() {
        committee.afterVetting()
                .when(Committee.person(POST, "district"), designate("2018-03-01", null))
                .refused(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
    }

    @Test
    void it_is_decided_after_vetting_and_once() {
        committee.afterNomination()
                .when(DISTRICT, designate("2018-03-01", null))
                .refused(new CommitteeAppointmentRejection.StepOutOfOrder("NOMINATED", List.of("VETTED")));
        committee.afterDesignation()
                .when(DISTRICT, designate("2018-04-01", null))
                .refused(new CommitteeAppointmentRejection.StepOutOfOrder("IN_OFFICE", List.of("VETTED")));
        committee.afterVetting()
                .when(recorder("district"), designate("2018-03-01", null))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void a_decision_cites_what_a_cited_document_carries_out_as_long_as_that_is_in_force_and_applies() {
        BasisDocumentId conclusion = new BasisDocumentId("conclusion");
        BasisDocumentId letter = new BasisDocumentId("letter");
        committee.landscape.document(conclusion, "68-KL/TW", "centre", List.of());
        committee.landscape.document(letter, "3223-CV/TU", "province", List.of(conclusion));

        committee.afterVetting()
                .when(DISTRICT, citing(letter))
                .refused(new CommitteeAppointmentAcross.SecondBasisMissing(List.of("68-KL/TW")));
        committee.afterVetting().when(DISTRICT, citing(letter, conclusion)).recorded(citing(letter, conclusion).event());
        committee.afterVetting().when(DISTRICT, citing(conclusion)).recorded(citing(conclusion).event());
        committee.landscape.registry.with(
                BasisDocumentState.TYPE, conclusion, recorder("centre"),
                new BasisDocumentEvent.Expired(day("2018-02-01"), Committee.REASON));
        committee.afterVetting().when(DISTRICT, citing(letter)).recorded(citing(letter).event());
    }

    private static CommitteeAppointmentCommand.Designate citing(BasisDocumentId... bases) {
        return new CommitteeAppointmentCommand.Designate(
                APPOINTMENT, day("2018-03-01"), Committee.DECISION, null, true, List.of(bases));
    }

    @Test
    void a_term_ends_after_it_begins() {
        committee.afterVetting()
                .when(DISTRICT, designate("2018-03-01", "2018-02-28"))
                .refused(new CommitteeAppointmentRejection.LastDayBeforeFirst(day("2018-03-01"), day("2018-02-28")));
    }

    @Test
    void a_position_is_held_once_at_a_time() {
        committee.landscape.registry.holding(KEY, held("other", "2015-01-01", "2018-06-01"));
        committee.afterVetting()
                .when(DISTRICT, designate("2018-03-01", null))
                .refused(new CommitteeAppointmentAcross.PositionHeld(
                        "member", "commune", "DEPUTY_SECRETARY", "other"));
        committee.afterVetting().when(DISTRICT, designate("2018-06-01", null)).recorded(designated("2018-06-01", null));
    }

    @Test
    void another_position_of_the_committee_is_held_beside_it() {
        committee.landscape.registry.holding(KEY, held("other", "2015-01-01", null));
        committee.decision()
                .given(POST, nominated(CommitteePosition.MEMBER_OF_STANDING_COMMITTEE))
                .given(DISTRICT, Committee.vetted())
                .when(DISTRICT, designate("2018-03-01", null))
                .recorded(designated("2018-03-01", null));
    }

    @Test
    void nobody_who_left_comes_into_office_nor_anybody_into_a_dissolved_committee() {
        committee.landscape.dissolve("commune", "2018-04-01");
        committee.afterVetting()
                .when(DISTRICT, designate("2018-04-01", null))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2018-04-01"), List.of()));
        committee.member(new MemberEvent.LeftService(day("2018-02-15"), Committee.REASON));
        committee.afterVetting()
                .when(DISTRICT, designate("2018-03-01", null))
                .refused(new CommitteeAppointmentAcross.MemberNotAvailable("member", day("2018-02-15"), null));
    }
}
