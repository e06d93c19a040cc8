package org.coordinationledger.inspection.command;

import static org.coordinationledger.inspection.command.Team.POST;
import static org.coordinationledger.inspection.command.Team.PROVINCE;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.inspection.event.InspectionRejection;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class DecideTest {

    private final Team team = new Team();

    @Test
    void the_commissioning_body_decides_to_inspect() {
        InspectionCommand.Decide decide = Team.decide();
        team.decision().when(PROVINCE, decide).recorded(decide.event()).keys();
    }

    @Test
    void only_the_commissioning_body_decides_and_by_somebody_who_decides() {
        team.decision()
                .when(decider("district"), Team.decide())
                .refused(new InspectionRejection.NotYourStep(List.of("province")));
        team.decision()
                .when(recorder("province"), Team.decide())
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void each_subject_is_named_once_and_is_not_the_commissioning_body() {
        team.decision()
                .when(PROVINCE, Team.decide(List.of("post", "post"), List.of("inspector"), "inspector", "2019-04-26"))
                .refused(new InspectionRejection.SubjectsDoNotFit(List.of("post", "post"), "province"));
        team.decision()
                .when(PROVINCE, Team.decide(List.of("province"), List.of("inspector"), "inspector", "2019-04-26"))
                .refused(new InspectionRejection.SubjectsDoNotFit(List.of("province"), "province"));
    }

    @Test
    void each_of_the_team_is_named_once_and_the_leader_is_one_of_them() {
        team.decision()
                .when(PROVINCE, Team.decide(List.of("post"), List.of("inspector"), "somebody", "2019-04-26"))
                .refused(new InspectionRejection.TeamDoesNotFit(List.of("inspector"), "somebody"));
        team.decision()
                .when(PROVINCE, Team.decide(List.of("post"), List.of("second", "second"), "second", "2019-04-26"))
                .refused(new InspectionRejection.TeamDoesNotFit(List.of("second", "second"), "second"));
    }

    @Test
    void a_mandate_begins_before_it_ends() {
        team.decision()
                .when(PROVINCE, Team.decide(List.of("post"), List.of("inspector"), "inspector", "2019-03-10"))
                .refused(new InspectionRejection.EndsBeforeItBegins(day("2019-03-11"), day("2019-03-10")));
    }

    @Test
    void who_is_dissolved_is_not_inspected() {
        team.landscape.dissolve("commune", "2019-02-01");
        team.decision()
                .when(PROVINCE, Team.decide())
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2019-02-01"), List.of()));
    }

    @Test
    void nobody_is_inspected_by_an_equal_or_from_below() {
        team.decision()
                .when(decider("elsewhere"), Team.decideFor("elsewhere", "post"))
                .refused(new InspectionAcross.NotAbove("elsewhere", "post"));
        team.decision()
                .when(decider("commune"), Team.decideFor("commune", "district"))
                .refused(new InspectionAcross.NotAbove("commune", "district"));
        team.decision()
                .when(decider("district"), Team.decideFor("district", "post"))
                .refused(new InspectionAcross.NotAbove("district", "post"));
    }

    @Test
    void who_stands_above_the_communes_of_a_post_inspects_it_and_the_communes_do_not() {
        team.landscape.organisation("post", new OrganisationEvent.TerritoryCovered(
                day("2012-01-01"), List.of(organisation("commune")), null, List.of()));
        InspectionCommand.Decide decide = Team.decideFor("district", "post");

        team.decision().when(decider("district"), decide).recorded(decide.event());
        team.decision()
                .when(decider("commune"), Team.decideFor("commune", "post"))
                .refused(new InspectionAcross.NotAbove("commune", "post"));
    }

    @Test
    void an_inspection_is_decided_first_and_only_once() {
        team.decision()
                .when(POST, Team.hear("2019-04-24"))
                .refused(new ServiceRejection.UnknownRecord("inspections", "inspection"));
        team.decided().when(PROVINCE, Team.decide()).refused(new TimelineRejection.AlreadyBegun());
    }
}
