package org.coordinationledger.workinggroup.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;
import static org.coordinationledger.workinggroup.command.Group.BORDER_GUARD;
import static org.coordinationledger.workinggroup.command.Group.GROUP;
import static org.coordinationledger.workinggroup.command.Group.REASON;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupRejection;
import org.junit.jupiter.api.Test;

/** A group is established and dissolved. */
class EstablishTest {

    private final Group group = new Group();

    @Test
    void an_organisation_establishes_a_group_for_another() {
        group.landscape.regulation(new BasisDocumentId("plan"), "province");
        group.decision()
                .when(BORDER_GUARD, establish("district"))
                .recorded(new WorkingGroupEvent.Established(
                        day("2014-01-01"), Group.NAME, Group.PURPOSE, organisation("district"),
                        List.of(new BasisDocumentId("plan")), false))
                .keys();
    }

    @Test
    void establishing_is_a_decision() {
        group.decision()
                .when(recorder("border-guard"), establish("district"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void no_group_works_for_what_was_dissolved() {
        group.landscape.dissolve("district", "2013-12-31");
        group.landscape.regulation(new BasisDocumentId("plan"), "province");
        group.decision()
                .when(BORDER_GUARD, establish("district"))
                .refused(new NeighbourRejection.OrganisationDissolved("district", day("2013-12-31"), List.of()));
    }

    @Test
    void a_group_begins_only_once() {
        group.landscape.regulation(new BasisDocumentId("plan"), "province");
        group.established().when(BORDER_GUARD, establish("district")).refused(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void who_established_a_group_dissolves_it_and_nobody_else() {
        WorkingGroupCommand.Dissolve dissolve = new WorkingGroupCommand.Dissolve(GROUP, day("2018-01-01"), REASON);
        group.helping()
                .when(BORDER_GUARD, dissolve)
                .recorded(new WorkingGroupEvent.Dissolved(day("2018-01-01"), REASON));
        group.helping()
                .when(decider("province"), dissolve)
                .refused(new WorkingGroupRejection.NotYourStep(List.of("border-guard")));
    }

    @Test
    void nothing_follows_the_dissolution() {
        group.helping()
                .given(BORDER_GUARD, new WorkingGroupEvent.Dissolved(day("2018-01-01"), REASON))
                .when(BORDER_GUARD, new WorkingGroupCommand.DetachPost(
                        GROUP, day("2018-01-01"), organisation("post"), REASON))
                .refused(new WorkingGroupRejection.AlreadyDissolved(day("2018-01-01")));
    }

    private static WorkingGroupCommand.Establish establish(String worksFor) {
        return new WorkingGroupCommand.Establish(
                GROUP, day("2014-01-01"), Group.NAME, Group.PURPOSE, organisation(worksFor),
                List.of(new BasisDocumentId("plan")), null);
    }
}
