package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.MEMBER;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.cellassignment.command.Border.REGULATION;
import static org.coordinationledger.cellassignment.command.Border.SEAT;
import static org.coordinationledger.cellassignment.command.Border.period;
import static org.coordinationledger.cellassignment.command.Border.since;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.MemberId;
import org.junit.jupiter.api.Test;

class CorrectTest {

    private static final LocalDate TODAY = day("2026-01-01");

    private final Border border = new Border();

    @Test
    void a_corrected_day_moves_the_seat_with_it() {
        border.seatHeld(since("2013-03-01"));
        Amend.Correct correct = correct(4, assigned("2013-04-01", "cell-1"));
        border.afterAssignment()
                .when(COMMUNE_DECIDES, correct)
                .recorded(correct.event())
                .keys(new Recorded(SEAT, Border.held(since("2013-04-01"))));
    }

    @Test
    void a_correction_that_leaves_the_seat_as_it_is_records_nothing_about_it() {
        border.seatHeld(since("2013-03-01"));
        Amend.Correct correct = correct(4, assigned("2013-03-01", "cell-2"));
        border.afterAssignment()
                .when(COMMUNE_DECIDES, correct)
                .recorded(correct.event())
                .keys();
    }

    @Test
    void a_corrected_end_moves_the_end_of_the_seat() {
        border.seatHeld(period("2013-03-01", "2014-06-30"));
        Amend.Correct correct = correct(5, new CellAssignmentEvent.Ended(day("2014-05-31"), REASON));
        border.afterAssignment()
                .given(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-06-30"), REASON))
                .when(POST_DECIDES, correct)
                .recorded(correct.event())
                .keys(new Recorded(SEAT, Border.held(period("2013-03-01", "2014-05-31"))));
    }

    @Test
    void a_correction_to_a_time_when_the_member_sat_elsewhere_is_refused() {
        border.seatHeld(since("2013-03-01"));
        border.registry.holding(SEAT, AssignTest.held("other", "2012-01-01", "2013-03-01", null));
        border.afterAssignment()
                .when(COMMUNE_DECIDES, correct(4, assigned("2013-02-28", "cell-1")))
                .refused(new CellAssignmentAcross.MemberAlreadyAssigned("member", "other"));
    }

    @Test
    void a_corrected_member_takes_the_seat_and_the_first_one_is_free() {
        MemberId other = new MemberId("member-2");
        border.member(other, "post");
        border.seatHeld(since("2013-03-01"));
        Amend.Correct correct = correct(0, selected(other, "commune"));
        border.afterAssignment()
                .when(POST, correct)
                .recorded(correct.event())
                .keys(
                        new Recorded("cell-seat:member-2", Border.held(since("2013-03-01"))),
                        new Recorded(SEAT, new ReservationEvent.Released("assignment")));
    }

    @Test
    void a_correction_that_later_steps_stand_against_names_them_all() {
        border.afterReception()
                .when(POST, correct(0, selected(MEMBER, "commune-2")))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(
                        later(1, "cell-assignment.agreed", "2013-02-10", "not-your-step"),
                        later(2, "cell-assignment.introduced", "2013-02-20", "step-out-of-order"),
                        later(3, "cell-assignment.received", "2013-02-25", "not-your-step"))));
    }

    @Test
    void the_rules_across_records_hold_for_what_a_correction_says() {
        border.member(new MemberId("stranger"), "post-2");
        border.afterSelection()
                .when(POST, correct(0, selected(new MemberId("stranger"), "commune")))
                .refused(new CellAssignmentAcross.MemberOfAnotherPost("stranger", "post-2"));
        border.afterAssignment()
                .when(COMMUNE_DECIDES, correct(4, assigned("2013-03-01", "cell-of-commune-2")))
                .refused(new CellAssignmentAcross.CellOfAnotherCommune("cell-of-commune-2", "commune"));
    }

    @Test
    void the_bases_of_a_correction_are_in_force_today_and_those_of_what_it_says_on_its_own_day() {
        border.afterSelection()
                .when(POST, new Amend.Correct(
                        new AnyRecordId("assignment"), TODAY, 0, selected(MEMBER, "commune"), REASON,
                        List.of(REGULATION)))
                .refused(new NeighbourRejection.BasisNotInForce(
                        "regulation", "09-QĐ/TU", "SUPERSEDED", day("2018-06-01")));
        border.afterSelection()
                .when(POST, correct(0, new CellAssignmentEvent.Selected(
                        day("2019-01-01"), MEMBER, organisation("post"), organisation("commune"), false,
                        List.of(REGULATION))))
                .refused(new NeighbourRejection.BasisNotInForce(
                        "regulation", "09-QĐ/TU", "SUPERSEDED", day("2018-06-01")));
    }

    @Test
    void who_corrects_is_as_competent_as_who_took_the_step() {
        border.afterAssignment()
                .when(COMMUNE, correct(4, assigned("2013-04-01", "cell-1")))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void only_the_organisation_that_took_the_step_corrects_it() {
        border.afterAssignment()
                .when(POST_DECIDES, correct(4, assigned("2013-04-01", "cell-1")))
                .refused(new TimelineRejection.NotItsOrganisation(4, "commune"));
        border.afterSelection()
                .when(recorder("border-guard"), correct(0, selected(MEMBER, "commune")))
                .refused(new TimelineRejection.NotItsOrganisation(0, "post"));
    }

    @Test
    void an_agreement_is_never_corrected() {
        border.afterAgreement()
                .when(COMMUNE_DECIDES, correct(1, Border.agreed()))
                .refused(new TimelineRejection.ApprovalNotCorrectable(1));
    }

    @Test
    void who_selected_does_not_introduce_by_way_of_a_correction() {
        Actor selecting = new Actor(POST.person(), POST.organisation(), Role.SIGNATORY);
        border.afterIntroduction()
                .when(selecting, correct(2, Border.introduced("cell-1")))
                .refused(new CellAssignmentRejection.SelectedByTheSamePerson());
    }

    @Test
    void the_posts_command_does_not_introduce_by_way_of_a_correction() {
        border.afterIntroduction()
                .when(POST_DECIDES.through(Body.COMMAND), correct(2, Border.introduced("cell-1")))
                .refused(new CellAssignmentRejection.IntroducedByAnotherBody("COMMAND"));
        Amend.Correct correct = correct(2, Border.introduced("cell-1"));
        border.afterIntroduction()
                .when(POST_DECIDES, correct)
                .recorded(correct.event());
    }

    @Test
    void a_step_becomes_no_step_of_another_kind() {
        border.afterAssignment()
                .when(COMMUNE_DECIDES, correct(4, Border.received()))
                .refused(new TimelineRejection.OtherEventType(4));
    }

    @Test
    void of_a_chain_of_corrections_only_the_head_is_corrected() {
        Amend.Correct first = correct(4, assigned("2013-04-01", "cell-1"));
        border.afterAssignment()
                .given(COMMUNE_DECIDES, first.event())
                .when(COMMUNE_DECIDES, correct(4, assigned("2013-05-01", "cell-1")))
                .refused(new TimelineRejection.AlreadyCorrected(4, 5));
        border.seatHeld(since("2013-04-01"));
        Amend.Correct second = correct(5, assigned("2013-05-01", "cell-1"));
        border.afterAssignment()
                .given(COMMUNE_DECIDES, first.event())
                .when(COMMUNE_DECIDES, second)
                .recorded(second.event())
                .keys(new Recorded(SEAT, Border.held(since("2013-05-01"))));
    }

    @Test
    void a_step_that_does_not_exist_is_not_corrected() {
        border.afterSelection()
                .when(POST, correct(9, selected(MEMBER, "commune")))
                .refused(new TimelineRejection.UnknownStep(9));
    }

    private static TimelineRejection.LaterStep later(long sequence, String event, String day, String because) {
        return new TimelineRejection.LaterStep(sequence, event, day(day), "cell-assignment/" + because);
    }

    private static CellAssignmentEvent.Assigned assigned(String day, String cell) {
        return new CellAssignmentEvent.Assigned(day(day), organisation(cell), List.of());
    }

    private static CellAssignmentEvent.Selected selected(MemberId member, String commune) {
        return new CellAssignmentEvent.Selected(
                day("2013-02-01"), member, organisation("post"), organisation(commune), false, List.of());
    }

    private static Amend.Correct correct(long corrects, CellAssignmentEvent replacement) {
        return new Amend.Correct(new AnyRecordId("assignment"), TODAY, corrects, replacement, REASON, List.of());
    }
}
