package org.coordinationledger.inspection.command;

import static org.coordinationledger.inspection.command.Team.COMMUNE;
import static org.coordinationledger.inspection.command.Team.INSPECTOR;
import static org.coordinationledger.inspection.command.Team.LETTERS;
import static org.coordinationledger.inspection.command.Team.MEETINGS;
import static org.coordinationledger.inspection.command.Team.POST;
import static org.coordinationledger.inspection.command.Team.PROVINCE;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.inspection.event.InspectionRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.Test;

/** Hearing the subjects on the draft, and concluding. */
class ConcludeTest {

    private final Team team = new Team();

    @Test
    void a_subject_is_heard_once_on_what_was_found() {
        InspectionCommand.Hear hear = Team.hear("2019-04-24");
        team.found().when(POST, hear).recorded(hear.event());
        team.found()
                .when(PROVINCE, hear)
                .refused(new InspectionRejection.NotYourStep(List.of("post", "commune")));
        team.found()
                .when(new Actor("inspector", organisation("post"), Role.RECORDER), hear)
                .refused(new InspectionRejection.OfTheTeam());
        team.heard().when(POST, Team.hear("2019-04-25")).refused(new InspectionRejection.AlreadyHeard("post"));
    }

    @Test
    void the_commissioning_body_concludes_with_every_finding() {
        InspectionCommand.Conclude conclude = Team.conclude("2019-05-10", LETTERS);
        team.heard().when(PROVINCE, conclude).recorded(conclude.event()).keys();
        InspectionCommand.Conclude nothing = Team.conclude("2019-05-10");
        team.decided().when(PROVINCE, nothing).recorded(nothing.event());
    }

    @Test
    void the_team_and_the_subjects_do_not_conclude() {
        InspectionCommand.Conclude conclude = Team.conclude("2019-05-10", LETTERS);
        team.heard()
                .when(new Actor("inspector", organisation("province"), Role.APPROVER), conclude)
                .refused(new InspectionRejection.OfTheTeam());
        team.heard().when(decider("post"), conclude).refused(new InspectionRejection.NotYourStep(List.of("province")));
    }

    @Test
    void a_conclusion_names_all_findings_and_no_others() {
        InspectionRejection notAll = new InspectionRejection.NotAllFindings(List.of("letters"));
        team.heard().when(PROVINCE, Team.conclude("2019-05-10")).refused(notAll);
        team.heard().when(PROVINCE, Team.conclude("2019-05-10", MEETINGS)).refused(notAll);
        team.heard().when(PROVINCE, Team.conclude("2019-05-10", LETTERS, MEETINGS)).refused(notAll);
        team.heard().when(PROVINCE, Team.conclude("2019-05-10", LETTERS, LETTERS)).refused(notAll);
    }

    @Test
    void no_conclusion_about_who_was_not_heard_on_all_that_was_found() {
        team.found()
                .when(PROVINCE, Team.conclude("2019-05-10", LETTERS))
                .refused(new InspectionRejection.NotHeard(List.of("post")));
        team.heard()
                .given(INSPECTOR, Team.find("2019-04-25", MEETINGS, "post", null).event())
                .when(PROVINCE, Team.conclude("2019-05-10", LETTERS, MEETINGS))
                .refused(new InspectionRejection.NotHeard(List.of("post")));
        InspectionCommand.Hear again = Team.hear("2019-04-26");
        team.heard()
                .given(INSPECTOR, Team.find("2019-04-25", MEETINGS, "post", null).event())
                .when(POST, again)
                .recorded(again.event());
    }

    @Test
    void a_text_of_a_conclusion_is_stored() {
        TextDigest text = new TextDigest("a".repeat(64));
        InspectionCommand.Conclude conclude = new InspectionCommand.Conclude(
                Team.INSPECTION, day("2019-05-10"), Team.NUMBER, List.of(LETTERS), text, List.of());
        team.heard().when(PROVINCE, conclude).refused(new NeighbourRejection.UnknownText(text.value()));
        team.landscape.registry.storing(text);
        team.heard().when(PROVINCE, conclude).recorded(conclude.event());
    }

    @Test
    void what_comes_before_the_conclusion_does_not_come_after_it() {
        InspectionRejection late = new InspectionRejection.StepOutOfOrder("CONCLUDED", List.of("UNDER_WAY"));
        team.concluded().when(COMMUNE, Team.hear("2019-05-11")).refused(late);
        team.concluded().when(PROVINCE, Team.conclude("2019-05-11", LETTERS)).refused(late);
        team.concluded()
                .when(INSPECTOR, Team.find("2019-04-20", MEETINGS, "commune", null))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        3, "inspection.concluded", day("2019-05-10"), "inspection/not-all-findings"))));
    }

    @Test
    void a_conclusion_is_never_corrected_and_voided_before_others_follow_only() {
        team.concluded()
                .when(PROVINCE, Team.correct(3, Team.conclude("2019-05-11", LETTERS).event()))
                .refused(new TimelineRejection.ApprovalNotCorrectable(3));
        team.concluded().when(PROVINCE, Team.voiding(3)).recorded(Team.voiding(3).event());
        team.required()
                .when(PROVINCE, Team.voiding(3))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        4, "inspection.remedy-required", day("2019-05-10"), "inspection/step-out-of-order"))));
    }

    @Test
    void findings_stay_as_they_were_concluded_until_the_conclusion_is_voided() {
        var other = Team.correct(1, Team.find("2019-04-02", LETTERS, "post", team.assignmentAgreedBy("a", "x")).event());
        team.concluded().when(INSPECTOR, other).refused(new InspectionAcross.AlreadyJudged("letters"));
        team.concluded()
                .given(PROVINCE, Team.voiding(3).event())
                .when(INSPECTOR, other)
                .recorded(other.event());
        team.concluded()
                .when(INSPECTOR, Team.correct(1, Team.find("2019-04-02", MEETINGS, "post", null).event()))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        3, "inspection.concluded", day("2019-05-10"), "inspection/not-all-findings"))));
    }
}
