package org.coordinationledger.inspection.command;

import static org.coordinationledger.inspection.command.Team.COMMUNE;
import static org.coordinationledger.inspection.command.Team.INSPECTOR;
import static org.coordinationledger.inspection.command.Team.LETTERS;
import static org.coordinationledger.inspection.command.Team.MEETINGS;
import static org.coordinationledger.inspection.command.Team.POST;
import static org.coordinationledger.inspection.command.Team.PROVINCE;
import static org.coordinationledger.inspection.command.Team.SECOND;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.IntStream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.inspection.event.InspectionRejection;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

/** Remedies from the requirement to the closing. */
class RemedyTest {

    private final Team team = new Team();

    @Test
    void the_commissioning_body_requires_one_remedy_for_a_finding_once_it_concluded() {
        InspectionCommand.RequireRemedy require = Team.require(LETTERS, "post", "2019-09-30");
        team.concluded().when(PROVINCE, require).recorded(require.event()).keys();
        team.concluded()
                .when(decider("post"), require)
                .refused(new InspectionRejection.NotYourStep(List.of("province")));
        team.heard()
                .when(PROVINCE, require)
                .refused(new InspectionRejection.StepOutOfOrder("UNDER_WAY", List.of("CONCLUDED")));
        team.required().when(PROVINCE, require).refused(new InspectionRejection.RemedyAlreadyRequired("letters"));
        team.concluded()
                .when(PROVINCE, Team.require(MEETINGS, "post", "2019-09-30"))
                .refused(new InspectionRejection.UnknownFinding("meetings"));
        team.concluded()
                .when(PROVINCE, Team.require(LETTERS, "post", "2019-05-09"))
                .refused(new InspectionRejection.DueBeforeItIsRequired(day("2019-05-10"), day("2019-05-09")));
    }

    @Test
    void who_has_to_remedy_stands() {
        team.landscape.dissolve("post-2", "2019-05-01");
        team.concluded()
                .when(PROVINCE, Team.require(LETTERS, "post-2", "2019-09-30"))
                .refused(new NeighbourRejection.OrganisationDissolved("post-2", day("2019-05-01"), List.of()));
    }

    @Test
    void so_many_organisations_have_something_to_remedy_and_no_more() {
        PartKey[] keys = IntStream.range(0, 17).mapToObj(i -> new PartKey("f" + i)).toArray(PartKey[]::new);
        Decision<Inspection> required = team.decided();
        for (PartKey key : keys) {
            required.given(INSPECTOR, Team.find("2019-04-02", key, "post", null).event());
        }
        required.given(POST, Team.hear("2019-04-24").event())
                .given(PROVINCE, Team.conclude("2019-05-10", keys).event());
        IntStream.range(0, 16).forEach(i -> required.given(
                PROVINCE, Team.require(keys[i], "organisation-" + i, "2019-09-30").event()));
        team.landscape.stands("organisation-16", OrganisationKind.BORDER_POST, "border-guard");
        required.when(PROVINCE, Team.require(keys[16], "organisation-16", "2019-09-30"))
                .refused(new ValueRejection.TooMany(17, 16));
    }

    @Test
    void the_responsible_organisation_reports() {
        InspectionCommand.ReportRemedy report = Team.report("2019-09-20");
        team.required().when(POST, report).recorded(report.event());
        team.required().when(COMMUNE, report).refused(new InspectionRejection.NotYourStep(List.of("post")));
        team.required()
                .when(new Actor("second", organisation("post"), Role.RECORDER), report)
                .refused(new InspectionRejection.OfTheTeam());
        team.concluded().when(POST, report).refused(new InspectionRejection.NoRemedy("letters"));
        team.reported()
                .when(POST, Team.report("2019-09-21"))
                .refused(new InspectionRejection.RemedyOutOfOrder("letters", "REPORTED", "REQUIRED"));
    }

    @Test
    void the_commissioning_body_accepts_what_was_reported() {
        InspectionCommand.AcceptRemedy accept = Team.accept("2019-09-27");
        team.reported().when(PROVINCE, accept).recorded(accept.event());
        team.reported()
                .when(recorder("province"), accept)
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        team.reported().when(decider("post"), accept).refused(new InspectionRejection.NotYourStep(List.of("province")));
        team.required()
                .when(PROVINCE, accept)
                .refused(new InspectionRejection.RemedyOutOfOrder("letters", "REQUIRED", "REPORTED"));
        team.accepted()
                .when(PROVINCE, Team.accept("2019-09-28"))
                .refused(new InspectionRejection.RemedyOutOfOrder("letters", "ACCEPTED", "REPORTED"));
    }

    @Test
    void whoever_reports_does_not_judge() {
        Actor reporter = new Actor("recorder-of-post", organisation("province"), Role.APPROVER);
        team.reported()
                .when(reporter, Team.accept("2019-09-27"))
                .refused(new InspectionRejection.ReportedByTheSamePerson());
        team.reported()
                .when(reporter, Team.refuse("2019-09-27"))
                .refused(new InspectionRejection.ReportedByTheSamePerson());
        team.reported()
                .given(PROVINCE, Team.refuse("2019-09-27").event())
                .when(reporter, Team.correct(6, Team.refuse("2019-09-28").event()))
                .refused(new InspectionRejection.ReportedByTheSamePerson());
    }

    @Test
    void whoever_corrects_a_report_does_not_judge_it() {
        Actor corrector = new Actor("corrector", organisation("post"), Role.RECORDER);
        Actor judge = new Actor("corrector", organisation("province"), Role.APPROVER);
        Amend.Correct correction = Team.correct(5, Team.report("2019-09-21").event());
        Decision<Inspection> corrected = team.reported().given(corrector, correction.event());
        corrected.when(judge, Team.accept("2019-09-27")).refused(new InspectionRejection.ReportedByTheSamePerson());
        corrected.when(judge, Team.refuse("2019-09-27")).refused(new InspectionRejection.ReportedByTheSamePerson());
        InspectionCommand.AcceptRemedy accept = Team.accept("2019-09-27");
        corrected.when(PROVINCE, accept).recorded(accept.event());
        team.reported()
                .given(judge, Team.refuse("2019-09-27").event())
                .when(corrector, correction)
                .refused(new InspectionRejection.ReportedByTheSamePerson());
        team.reported()
                .given(corrector, correction.event())
                .given(POST, Team.voiding(6).event())
                .when(judge, accept)
                .recorded(accept.event());
    }

    @Test
    void what_is_refused_is_reported_again() {
        InspectionCommand.RefuseRemedy refuse = Team.refuse("2019-09-27");
        team.reported().when(PROVINCE, refuse).recorded(refuse.event());
        InspectionCommand.ReportRemedy again = Team.report("2019-10-10");
        team.reported().given(PROVINCE, refuse.event()).when(POST, again).recorded(again.event());
        team.reported()
                .given(PROVINCE, refuse.event())
                .when(PROVINCE, Team.accept("2019-09-28"))
                .refused(new InspectionRejection.RemedyOutOfOrder("letters", "REQUIRED", "REPORTED"));
    }

    @Test
    void a_reminder_comes_while_a_remedy_is_overdue() {
        InspectionCommand.Remind remind = Team.remind("2019-10-01", false);
        team.required().when(recorder("province"), remind).recorded(remind.event());
        InspectionRejection inTime = new InspectionRejection.NotOverdue("letters", day("2019-09-30"));
        team.required().when(PROVINCE, Team.remind("2019-09-30", false)).refused(inTime);
        team.reported().when(PROVINCE, remind).refused(inTime);
        InspectionCommand.Remind afterRefusal = Team.remind("2019-10-05", false);
        team.reported()
                .given(PROVINCE, Team.refuse("2019-10-05").event())
                .when(PROVINCE, afterRefusal)
                .recorded(afterRefusal.event());
    }

    @Test
    void the_commissioning_body_or_the_team_reminds() {
        InspectionCommand.Remind byTeam = Team.remind("2019-10-01", true);
        team.required().when(INSPECTOR, byTeam).recorded(byTeam.event());
        team.required()
                .when(recorder("province"), byTeam)
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "INSPECT"));
        team.required()
                .when(new Actor("other", organisation("province"), Role.INSPECTOR), byTeam)
                .refused(new InspectionRejection.NotOfTheTeam());
        team.required()
                .when(recorder("district"), Team.remind("2019-10-01", false))
                .refused(new InspectionRejection.NotYourStep(List.of("province")));
    }

    @Test
    void a_reminder_of_the_team_is_corrected_by_one_of_the_team_only() {
        Amend.Correct later = Team.correct(5, Team.remind("2019-10-02", true).event());
        Decision<Inspection> reminded =
                team.required().given(INSPECTOR, Team.remind("2019-10-01", true).event());
        reminded.when(new Actor("other", organisation("province"), Role.INSPECTOR), later)
                .refused(new InspectionRejection.NotOfTheTeam());
        reminded.when(SECOND, later).recorded(later.event());
    }

    @Test
    void what_was_accepted_stays_as_it_was_until_the_acceptance_is_voided() {
        var otherReport = Team.correct(5, new InspectionCommand.ReportRemedy(
                        Team.INSPECTION, day("2019-09-20"), LETTERS, Team.WHAT, null)
                .event());
        var otherDay = Team.correct(4, Team.require(LETTERS, "post", "2019-12-31").event());
        team.accepted().when(POST, otherReport).refused(new InspectionAcross.AlreadyJudged("letters"));
        team.accepted().when(PROVINCE, otherDay).refused(new InspectionAcross.AlreadyJudged("letters"));
        team.reported().when(POST, otherReport).recorded(otherReport.event());
        team.accepted().given(PROVINCE, Team.voiding(6).event()).when(POST, otherReport).recorded(otherReport.event());
    }

    @Test
    void an_inspection_is_closed_when_every_remedy_is_accepted() {
        InspectionCommand.Close close = new InspectionCommand.Close(Team.INSPECTION, day("2019-12-02"));
        team.accepted().when(PROVINCE, close).recorded(close.event());
        team.concluded().when(PROVINCE, close).recorded(close.event());
        team.reported()
                .when(PROVINCE, close)
                .refused(new InspectionRejection.RemediesNotAccepted(List.of("letters")));
        team.heard()
                .when(PROVINCE, close)
                .refused(new InspectionRejection.StepOutOfOrder("UNDER_WAY", List.of("CONCLUDED")));
        team.accepted().when(decider("post"), close).refused(new InspectionRejection.NotYourStep(List.of("province")));
        team.accepted()
                .given(PROVINCE, close.event())
                .when(PROVINCE, close)
                .refused(new InspectionRejection.AlreadyClosed(day("2019-12-02")));
    }
}
