package org.coordinationledger.inspection.command;

import static org.coordinationledger.inspection.command.Team.COMMUNE;
import static org.coordinationledger.inspection.command.Team.INSPECTOR;
import static org.coordinationledger.inspection.command.Team.LETTERS;
import static org.coordinationledger.inspection.command.Team.MEETINGS;
import static org.coordinationledger.inspection.command.Team.POST;
import static org.coordinationledger.inspection.command.Team.PROVINCE;
import static org.coordinationledger.inspection.command.Team.SECOND;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import java.util.stream.IntStream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.inspection.event.InspectionRejection;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

/** What the team finds, after the subjects reported on themselves. */
class FindTest {

    private final Team team = new Team();

    @Test
    void a_subject_reports_on_itself_once() {
        InspectionCommand.SelfReport report =
                new InspectionCommand.SelfReport(Team.INSPECTION, day("2019-03-15"), Team.NUMBER);
        team.decided().when(POST, report).recorded(report.event());
        team.decided().given(POST, report.event()).when(COMMUNE, report).recorded(report.event());
        team.decided()
                .given(POST, report.event())
                .when(POST, report)
                .refused(new InspectionRejection.AlreadySelfReported("post"));
        team.decided()
                .when(PROVINCE, report)
                .refused(new InspectionRejection.NotYourStep(List.of("post", "commune")));
        Actor inspectorOfThePost = new Actor("inspector", organisation("post"), Role.RECORDER);
        team.decided().when(inspectorOfThePost, report).refused(new InspectionRejection.OfTheTeam());
    }

    @Test
    void one_of_the_team_finds_something() {
        InspectionCommand.Find find = Team.find("2019-04-02", LETTERS, "post", null);
        team.decided().when(INSPECTOR, find).recorded(find.event()).keys();
        team.decided().when(SECOND, find).recorded(find.event());
    }

    @Test
    void nobody_else_finds_anything() {
        InspectionCommand.Find find = Team.find("2019-04-02", LETTERS, "post", null);
        Actor other = new Actor("other", organisation("province"), Role.INSPECTOR);
        team.decided().when(other, find).refused(new InspectionRejection.NotOfTheTeam());
        team.decided()
                .when(new Actor("inspector", organisation("province"), Role.APPROVER), find)
                .refused(new CommandRejection.RoleNotCompetent("APPROVER", "INSPECT"));
    }

    @Test
    void nobody_inspects_the_organisation_that_they_act_for() {
        team.decided()
                .when(new Actor("inspector", organisation("post"), Role.INSPECTOR), Team.find(
                        "2019-04-02", LETTERS, "commune", null))
                .refused(new InspectionRejection.ActsForASubject("post"));
    }

    @Test
    void findings_are_made_during_the_mandate() {
        InspectionRejection outside = new InspectionRejection.OutsideTheMandate(day("2019-03-11"), day("2019-04-26"));
        team.decided().when(INSPECTOR, Team.find("2019-03-10", LETTERS, "post", null)).refused(outside);
        team.decided().when(INSPECTOR, Team.find("2019-04-27", LETTERS, "post", null)).refused(outside);
        InspectionCommand.Find last = Team.find("2019-04-26", LETTERS, "post", null);
        team.decided().when(INSPECTOR, last).recorded(last.event());
    }

    @Test
    void a_finding_is_about_a_subject() {
        team.decided()
                .when(INSPECTOR, Team.find("2019-04-02", LETTERS, "post-2", null))
                .refused(new InspectionRejection.NotASubject("post-2", List.of("post", "commune")));
    }

    @Test
    void each_finding_has_its_own_name() {
        team.found()
                .when(SECOND, Team.find("2019-04-03", LETTERS, "commune", null))
                .refused(new InspectionRejection.FindingNamedTwice("letters"));
    }

    @Test
    void there_are_so_many_findings_and_no_more() {
        Decision<Inspection> full = team.decided();
        IntStream.range(0, 32).forEach(i -> full.given(
                INSPECTOR, Team.find("2019-04-02", new PartKey("f" + i), "post", null).event()));
        full.when(INSPECTOR, Team.find("2019-04-02", LETTERS, "post", null))
                .refused(new ValueRejection.TooMany(33, 32));
    }

    @Test
    void a_record_that_something_is_found_about_exists() {
        team.decided()
                .when(INSPECTOR, Team.find("2019-04-02", LETTERS, "post", new RecordReference("briefings", "none")))
                .refused(new NeighbourRejection.UnknownNeighbour("briefings", "none", day("2019-04-02")));
        team.decided()
                .when(INSPECTOR, Team.find("2019-04-02", LETTERS, "post", new RecordReference("nothing", "none")))
                .refused(new NeighbourRejection.UnknownNeighbour("nothing", "none", day("2019-04-02")));
    }

    @Test
    void nobody_inspects_decisions_that_they_took() {
        InspectionCommand.Find find =
                Team.find("2019-04-02", LETTERS, "commune", team.assignmentAgreedBy("assignment", "inspector"));
        team.decided()
                .when(INSPECTOR, find)
                .refused(new InspectionAcross.InspectsOwnDecision("cell-assignments", "assignment"));
        team.decided().when(SECOND, find).recorded(find.event());
    }

    @Test
    void a_finding_is_not_corrected_to_be_about_a_decision_of_who_found_it_or_of_who_corrects_it() {
        RecordReference ownOfFirst = team.assignmentAgreedBy("first", "inspector");
        RecordReference ownOfSecond = team.assignmentAgreedBy("second", "second");
        team.found()
                .when(SECOND, Team.correct(1, Team.found(ownOfFirst)))
                .refused(new InspectionAcross.InspectsOwnDecision("cell-assignments", "first"));
        team.found()
                .when(SECOND, Team.correct(1, Team.found(ownOfSecond)))
                .refused(new InspectionAcross.InspectsOwnDecision("cell-assignments", "second"));
        team.found()
                .when(INSPECTOR, Team.correct(1, Team.found(ownOfSecond)))
                .recorded(Team.correct(1, Team.found(ownOfSecond)).event());
    }

    @Test
    void a_finding_is_corrected_by_one_of_the_team_only() {
        Actor other = new Actor("other", organisation("province"), Role.INSPECTOR);
        team.found()
                .when(other, Team.correct(1, Team.find("2019-04-03", MEETINGS, "post", null).event()))
                .refused(new InspectionRejection.NotOfTheTeam());
    }
}
