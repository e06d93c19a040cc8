package org.coordinationledger.briefing.command;

import static org.coordinationledger.briefing.command.Station.COMMITTEE;
import static org.coordinationledger.briefing.command.Station.FIRST;
import static org.coordinationledger.briefing.command.Station.SECOND;
import static org.coordinationledger.briefing.command.Station.SUBMITTER;
import static org.coordinationledger.briefing.command.Station.WRITER;
import static org.coordinationledger.briefing.command.Station.correct;
import static org.coordinationledger.briefing.command.Station.voiding;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

/** Corrections and voids of a briefing's steps. */
class AmendTest {

    private final Station station = new Station();

    @Test
    void a_pass_is_voided_by_its_post_and_never_corrected() {
        station.afterPass()
                .when(COMMITTEE, correct(2, Station.passed()))
                .refused(new TimelineRejection.ApprovalNotCorrectable(2));
        station.afterPass().when(COMMITTEE, voiding(2)).recorded(voiding(2).event());
    }

    @Test
    void a_pass_that_a_delivery_rests_on_is_not_voided() {
        station.afterPass()
                .given(WRITER, Station.delivered("2019-03-15", "cell"))
                .when(COMMITTEE, voiding(2))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        3, "briefing.delivered", day("2019-03-15"), "briefing/step-out-of-order"))));
    }

    @Test
    void a_passed_text_is_not_corrected_into_another() {
        station.afterPass()
                .when(WRITER, correct(0, Station.drafted(SECOND)))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        2, "briefing.passed", day("2019-03-08"), "briefing/other-text"))));
    }

    @Test
    void a_submitted_draft_is_corrected_by_its_post_before_it_passed() {
        Amend.Correct corrected = correct(0, Station.drafted(SECOND));
        station.afterSubmission().when(WRITER, corrected).recorded(corrected.event());
        station.afterSubmission()
                .when(recorder("commune"), corrected)
                .refused(new TimelineRejection.NotItsOrganisation(0, "post"));
    }

    @Test
    void who_passed_does_not_correct_what_passed_afterwards() {
        station.afterPass()
                .when(COMMITTEE, correct(0, Station.drafted(FIRST)))
                .refused(new BriefingRejection.WrittenByTheSamePerson());
        station.afterPass()
                .when(COMMITTEE, correct(1, Station.submitted()))
                .refused(new BriefingRejection.WrittenByTheSamePerson());
        Actor other = Station.person("other", Role.APPROVER, Body.COMMITTEE);
        station.afterPass()
                .when(other, correct(0, Station.drafted(FIRST)))
                .recorded(correct(0, Station.drafted(FIRST)).event());
    }

    @Test
    void a_correction_brought_back_does_not_make_its_author_a_passing_one() {
        station.afterDraft()
                .given(COMMITTEE, correct(0, Station.drafted(FIRST)).event())
                .given(COMMITTEE, voiding(1).event())
                .given(SUBMITTER, Station.submitted())
                .given(COMMITTEE, Station.passed())
                .when(WRITER, voiding(2))
                .refused(new BriefingRejection.WrittenByTheSamePerson());
    }

    @Test
    void a_corrected_delivery_still_goes_to_a_covered_cell() {
        station.afterPass()
                .given(WRITER, Station.delivered("2019-03-15", "cell"))
                .when(WRITER, correct(3, Station.delivered("2019-03-15", "cell-of-commune-2")))
                .refused(new BriefingAcross.CellNotCovered("cell-of-commune-2", "commune-2", "post"));
        Amend.Correct moved = correct(3, Station.delivered("2019-03-16", "cell-2"));
        station.afterPass()
                .given(WRITER, Station.delivered("2019-03-15", "cell"))
                .when(WRITER, moved)
                .recorded(moved.event());
    }
}
