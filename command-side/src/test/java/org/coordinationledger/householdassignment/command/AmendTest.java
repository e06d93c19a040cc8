package org.coordinationledger.householdassignment.command;

import static org.coordinationledger.householdassignment.command.Charge.COMMUNE_DECIDES;
import static org.coordinationledger.householdassignment.command.Charge.OTHER;
import static org.coordinationledger.householdassignment.command.Charge.POST_DECIDES;
import static org.coordinationledger.householdassignment.command.Charge.assigned;
import static org.coordinationledger.householdassignment.command.Charge.codes;
import static org.coordinationledger.householdassignment.command.Charge.recorded;
import static org.coordinationledger.householdassignment.command.Charge.recordedOfOther;
import static org.coordinationledger.householdassignment.command.Charge.released;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.axonframework.messaging.MetaData;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.command.record.RegistryInMemory.RecordedAlong;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.junit.jupiter.api.Test;

/** Corrections and voids: keys follow what was meant. */
class AmendTest {

    private static final HouseholdAssignmentId THIRD = new HouseholdAssignmentId("third");

    private final Charge charge = new Charge();

    @Test
    void a_corrected_list_holds_the_households_that_were_meant() {
        charge.keysHeld();
        Amend.Correct correct = new Amend.Correct(
                new AnyRecordId("charge"), day("2026-01-01"), 1, assigned("2018-11-01", "HO-1", "HO-3"), Charge.REASON,
                List.of());
        charge.afterAssignment()
                .when(POST_DECIDES, correct)
                .recorded(correct.event())
                .keys(recorded("HO-3", "2018-11-01", null), released("HO-2"));
    }

    @Test
    void a_hand_over_that_nobody_took_over_is_voided_alone() {
        charge.holds("charge", "HO-1", "2018-11-01", "2019-02-01");
        charge.holds("charge", "HO-2", "2018-11-01", null);
        HouseholdAssignmentEvent.HandedOver handedOver =
                new HouseholdAssignmentEvent.HandedOver(day("2019-02-01"), OTHER, codes("HO-1"));
        charge.afterAssignment()
                .given(POST_DECIDES, handedOver)
                .when(POST_DECIDES, voids(2))
                .recorded(voids(2).event())
                .keys(recorded("HO-1", "2018-11-01", null));
    }

    @Test
    void a_hand_over_is_not_voided_once_the_other_member_has_the_household() {
        charge.holds("charge", "HO-1", "2018-11-01", "2019-02-01");
        charge.holds("charge", "HO-2", "2018-11-01", null);
        charge.holds("other", "HO-1", "2019-02-01", null);
        charge.afterAssignment()
                .given(POST_DECIDES, new HouseholdAssignmentEvent.HandedOver(day("2019-02-01"), OTHER, codes("HO-1")))
                .when(POST_DECIDES, voids(2))
                .refused(new HouseholdAssignmentAcross.HouseholdTaken("HO-1", "cell", "other"));
    }

    @Test
    void a_corrected_hand_over_corrects_what_the_other_member_took_over() {
        handedOver();
        Amend.Correct correct = correct(OTHER, "2019-03-01", "HO-2");
        afterHandOver()
                .when(POST_DECIDES, correct)
                .recorded(correct.event())
                .along(new RecordedAlong("other", 2, new Amendment.Corrected(
                        day("2026-01-01"), 1, takenOver("2019-03-01", "HO-2"), "1", Charge.REASON, List.of())))
                .keys(
                        recorded("HO-1", "2018-11-01", null),
                        new Recorded(Charge.key("HO-1"), new ReservationEvent.Released("other")),
                        recorded("HO-2", "2018-11-01", "2019-03-01"),
                        recordedOfOther("HO-2", "2019-03-01"));
    }

    @Test
    void a_hand_over_to_somebody_else_than_was_said_is_taken_back_from_who_had_it() {
        handedOver();
        charge.landscape.registry.with(
                HouseholdAssignmentState.TYPE, THIRD, POST_DECIDES, Charge.agreed("2018-10-15", "cell"));
        Amend.Correct correct = correct(THIRD, "2019-02-01", "HO-1");
        afterHandOver()
                .when(POST_DECIDES, correct)
                .recorded(correct.event())
                .along(
                        new RecordedAlong("other", 2, new Amendment.Voided(
                                day("2026-01-01"), 1, Charge.REASON, List.of())),
                        new RecordedAlong("third", 1, takenOver("2019-02-01", "HO-1")))
                .keys(
                        new Recorded(Charge.key("HO-1"), new ReservationEvent.Released("other")),
                        new Recorded(Charge.key("HO-1"), Charge.held("third", "2019-02-01", null)));
    }

    @Test
    void a_voided_hand_over_is_taken_back_from_the_other_member() {
        handedOver();
        afterHandOver()
                .when(POST_DECIDES, voids(2))
                .recorded(voids(2).event())
                .along(new RecordedAlong("other", 2, new Amendment.Voided(
                        day("2026-01-01"), 1, Charge.REASON, List.of())))
                .keys(
                        recorded("HO-1", "2018-11-01", null),
                        new Recorded(Charge.key("HO-1"), new ReservationEvent.Released("other")));
    }

    @Test
    void a_hand_over_whose_correction_is_voided_is_taken_over_as_it_was_said_first() {
        handedOver();
        Amend.Correct correct = correct(OTHER, "2019-03-01", "HO-1");
        charge.other(new Amendment.Corrected(
                day("2026-01-01"), 1, takenOver("2019-03-01", "HO-1"), "1", Charge.REASON, List.of()));
        afterHandOver()
                .given(POST_DECIDES, correct.event())
                .when(POST_DECIDES, voids(3))
                .recorded(voids(3).event())
                .along(new RecordedAlong("other", 3, new Amendment.Corrected(
                        day("2026-01-01"), 2, takenOver("2019-02-01", "HO-1"), "1", Charge.REASON, List.of())));
    }

    @Test
    void a_hand_over_that_was_voided_comes_back_when_the_voiding_is_voided() {
        handedOver();
        charge.other(new Amendment.Voided(day("2026-01-01"), 1, Charge.REASON, List.of()));
        charge.holds("charge", "HO-1", "2018-11-01", null);
        charge.landscape.registry.record(
                Charge.key("HO-1"), new ReservationEvent.Released("other"), MetaData.emptyInstance());
        afterHandOver()
                .given(POST_DECIDES, voids(2).event())
                .when(POST_DECIDES, voids(3))
                .recorded(voids(3).event())
                .along(new RecordedAlong("other", 3, takenOver("2019-02-01", "HO-1")));
    }

    @Test
    void what_was_taken_over_is_amended_at_the_hand_over_alone() {
        charge.afterAgreement()
                .given(POST_DECIDES, new HouseholdAssignmentEvent.TakenOver(
                        day("2019-02-01"), OTHER, 2, codes("HO-1")))
                .when(POST_DECIDES, voids(1))
                .refused(new CommandRejection.BroughtAbout("household-assignments", "other"));
    }

    @Test
    void a_hand_over_is_not_taken_back_once_the_other_member_visited_the_household() {
        handedOver();
        charge.landscape.registry.with(
                HouseholdAssignmentState.TYPE, OTHER, Charge.POST,
                new HouseholdAssignmentEvent.VisitRecorded(day("2019-05-01"), codes("HO-1")));
        afterHandOver()
                .when(POST_DECIDES, voids(2))
                .refused(new CommandRejection.CounterpartRefused(
                        "household-assignments", "other", "timeline/breaks-later-steps"));
    }

    /** HO-1 was handed over to the other assignment, which took it over by its step 1. */
    private void handedOver() {
        charge.holds("charge", "HO-1", "2018-11-01", "2019-02-01");
        charge.holds("charge", "HO-2", "2018-11-01", null);
        charge.holds("other", "HO-1", "2019-02-01", null);
        charge.otherOf("cell");
        charge.other(takenOver("2019-02-01", "HO-1"));
    }

    private Decision<HouseholdAssignment> afterHandOver() {
        return charge.afterAssignment().given(POST_DECIDES, handedOver(OTHER, "2019-02-01", "HO-1"));
    }

    private static HouseholdAssignmentEvent.HandedOver handedOver(
            HouseholdAssignmentId to, String day, String... households) {
        return new HouseholdAssignmentEvent.HandedOver(day(day), to, codes(households));
    }

    private static HouseholdAssignmentEvent.TakenOver takenOver(String day, String... households) {
        return new HouseholdAssignmentEvent.TakenOver(day(day), Charge.CHARGE, 2, codes(households));
    }

    private static Amend.Correct correct(HouseholdAssignmentId to, String day, String... households) {
        return new Amend.Correct(
                new AnyRecordId("charge"), day("2026-01-01"), 2, handedOver(to, day, households), Charge.REASON,
                List.of());
    }

    @Test
    void the_commune_does_not_amend_what_the_post_decided() {
        charge.keysHeld();
        charge.afterAssignment()
                .when(COMMUNE_DECIDES, voids(1))
                .refused(new TimelineRejection.NotItsOrganisation(1, "post"));
    }

    private static Amend.Void voids(long sequence) {
        return new Amend.Void(
                new AnyRecordId("charge"), day("2026-01-01"), sequence, Charge.REASON, List.of());
    }
}
