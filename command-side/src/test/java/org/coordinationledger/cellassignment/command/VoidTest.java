package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.cellassignment.command.Border.SEAT;
import static org.coordinationledger.cellassignment.command.Border.period;
import static org.coordinationledger.cellassignment.command.Border.since;
import static org.coordinationledger.testing.Life.day;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class VoidTest {

    private static final LocalDate TODAY = day("2026-01-01");

    private final Border border = new Border();

    @Test
    void a_voided_seat_is_released() {
        border.seatHeld(since("2013-03-01"));
        border.afterAssignment()
                .when(COMMUNE_DECIDES, voiding(4))
                .recorded(voiding(4).event())
                .keys(new Recorded(SEAT, new ReservationEvent.Released("assignment")));
    }

    @Test
    void a_voided_suspension_closes_the_gap_in_the_held_seat() {
        border.seatHeld(period("2013-03-01", "2014-01-01"));
        border.afterSuspension()
                .when(POST_DECIDES, voiding(5))
                .recorded(voiding(5).event())
                .keys(new Recorded(SEAT, Border.held(since("2013-03-01"))));
    }

    @Test
    void a_voided_end_needs_the_seat_to_be_free_still() {
        border.seatHeld(period("2013-03-01", "2014-06-30"));
        border.registry.holding(SEAT, AssignTest.held("other", "2015-01-01", null, null));
        border.afterAssignment()
                .given(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-06-30"), REASON))
                .when(POST_DECIDES, voiding(5))
                .refused(new CellAssignmentAcross.MemberAlreadyAssigned("member", "other"));
    }

    @Test
    void a_voided_correction_brings_the_seat_back_to_where_it_was() {
        border.seatHeld(since("2013-04-01"));
        border.afterAssignment()
                .given(COMMUNE_DECIDES, new Amend.Correct(
                                new AnyRecordId("assignment"), TODAY, 4,
                                new CellAssignmentEvent.Assigned(
                                        day("2013-04-01"), Border.assigned().cell(), List.of()),
                                REASON, List.of())
                        .event())
                .when(COMMUNE_DECIDES, voiding(5))
                .recorded(voiding(5).event())
                .keys(new Recorded(SEAT, Border.held(since("2013-03-01"))));
    }

    @Test
    void an_agreement_is_voided_by_whoever_may_agree() {
        border.afterAgreement()
                .when(COMMUNE, voiding(1))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterAgreement()
                .when(POST_DECIDES, voiding(1))
                .refused(new TimelineRejection.NotItsOrganisation(1, "commune"));
        border.afterAgreement()
                .when(COMMUNE_DECIDES, voiding(1))
                .recorded(voiding(1).event());
    }

    @Test
    void a_voided_agreement_is_brought_back_only_by_whoever_may_agree() {
        border.afterAgreement()
                .given(COMMUNE_DECIDES, voiding(1).event())
                .when(COMMUNE, voiding(2))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterAgreement()
                .given(COMMUNE_DECIDES, voiding(1).event())
                .when(COMMUNE_DECIDES, voiding(2))
                .recorded(voiding(2).event());
    }

    @Test
    void what_others_rest_on_is_not_voided_and_they_are_named() {
        border.afterIntroduction()
                .when(COMMUNE_DECIDES, voiding(1))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        2, "cell-assignment.introduced", day("2013-02-20"), "cell-assignment/step-out-of-order"))));
    }

    @Test
    void a_step_is_voided_once_and_what_is_corrected_is_voided_from_its_head() {
        border.afterAssignment()
                .given(COMMUNE_DECIDES, voiding(4).event())
                .when(COMMUNE_DECIDES, voiding(4))
                .refused(new TimelineRejection.AlreadyVoided(4, 5));
        border.afterAssignment()
                .given(COMMUNE_DECIDES, new Amend.Correct(
                                new AnyRecordId("assignment"), TODAY, 4, Border.assigned(), REASON, List.of())
                        .event())
                .when(COMMUNE_DECIDES, voiding(4))
                .refused(new TimelineRejection.AlreadyCorrected(4, 5));
    }

    @Test
    void a_selection_that_nothing_rests_on_is_voided_and_can_be_made_anew() {
        border.afterSelection().when(POST, voiding(0)).recorded(voiding(0).event());
        border.afterSelection()
                .given(POST, voiding(0).event())
                .when(POST, new CellAssignmentCommand.Select(
                        Border.ASSIGNMENT, day("2013-02-01"), Border.MEMBER, POST.organisation(),
                        COMMUNE.organisation(), false, List.of(Border.REGULATION)))
                .recorded(Border.selected());
    }

    @Test
    void a_voiding_cannot_be_corrected() {
        border.afterAssignment()
                .given(COMMUNE_DECIDES, voiding(4).event())
                .when(COMMUNE_DECIDES, new Amend.Correct(
                        new AnyRecordId("assignment"), TODAY, 5, Border.assigned(), REASON, List.of()))
                .refused(new TimelineRejection.VoidingNotCorrectable(5));
    }

    private static Amend.Void voiding(long voids) {
        return new Amend.Void(new AnyRecordId("assignment"), TODAY, voids, REASON, List.of());
    }
}
