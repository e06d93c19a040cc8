package org.coordinationledger.workinggroup.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.workinggroup.command.Group.BORDER_GUARD;
import static org.coordinationledger.workinggroup.command.Group.GROUP;
import static org.coordinationledger.workinggroup.command.Group.REASON;
import static org.coordinationledger.workinggroup.command.Group.assigned;
import static org.coordinationledger.workinggroup.command.Group.attached;
import static org.coordinationledger.workinggroup.command.Group.ids;

import java.util.List;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupRejection;
import org.junit.jupiter.api.Test;

/** Posts join and leave a group, and help villages meanwhile. */
class VillagesTest {

    private final Group group = new Group();

    @Test
    void a_post_that_stands_is_attached_once() {
        group.established().when(BORDER_GUARD, attach("post")).recorded(attached("2014-02-01", "post"));
        group.withPosts()
                .when(BORDER_GUARD, attach("post"))
                .refused(new WorkingGroupRejection.PostAlreadyAttached("post"));
        group.established()
                .when(BORDER_GUARD, attach("commune"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "commune", "COMMUNE_PARTY_COMMITTEE", List.of("BORDER_POST")));
    }

    @Test
    void an_attached_post_is_given_villages() {
        group.withPosts()
                .when(BORDER_GUARD, assign("2014-03-01", "post", "cell", "cell-2"))
                .recorded(assigned("2014-03-01", "post", "cell", "cell-2"));
        group.established()
                .when(BORDER_GUARD, assign("2014-03-01", "post", "cell"))
                .refused(new WorkingGroupRejection.PostNotAttached("post"));
    }

    @Test
    void a_village_is_helped_by_one_post_at_a_time() {
        group.helping()
                .when(BORDER_GUARD, assign("2014-04-01", "post-2", "cell-2", "cell"))
                .refused(new WorkingGroupRejection.VillageAlreadyHelped("cell", "post"));
        group.helping()
                .when(BORDER_GUARD, assign("2014-04-01", "post", "cell"))
                .refused(new WorkingGroupRejection.VillageAlreadyHelped("cell", "post"));
        group.helping()
                .given(BORDER_GUARD, new WorkingGroupEvent.VillagesReleased(day("2014-04-01"), ids("cell"), null))
                .when(BORDER_GUARD, assign("2014-04-01", "post-2", "cell"))
                .recorded(assigned("2014-04-01", "post-2", "cell"));
    }

    @Test
    void a_village_is_a_cell_that_stands_and_is_named_once() {
        group.withPosts()
                .when(BORDER_GUARD, assign("2014-03-01", "post", "cell", "cell"))
                .refused(new WorkingGroupRejection.NamedTwice("cell"));
        group.withPosts()
                .when(BORDER_GUARD, assign("2014-03-01", "post", "commune"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "commune", "COMMUNE_PARTY_COMMITTEE", List.of("CELL")));
        group.landscape.dissolve("cell-2", "2014-02-15");
        group.withPosts()
                .when(BORDER_GUARD, assign("2014-03-01", "post", "cell-2"))
                .refused(new NeighbourRejection.OrganisationDissolved("cell-2", day("2014-02-15"), List.of()));
    }

    @Test
    void only_villages_that_are_helped_are_released() {
        group.helping()
                .when(BORDER_GUARD, release("cell"))
                .recorded(new WorkingGroupEvent.VillagesReleased(day("2015-01-01"), ids("cell"), REASON));
        group.helping()
                .when(BORDER_GUARD, release("cell", "cell-2"))
                .refused(new WorkingGroupRejection.VillageNotHelped("cell-2"));
        group.helping()
                .when(BORDER_GUARD, release("cell", "cell"))
                .refused(new WorkingGroupRejection.NamedTwice("cell"));
    }

    @Test
    void only_a_post_of_the_group_is_detached() {
        group.helping()
                .when(BORDER_GUARD, detach("post"))
                .recorded(new WorkingGroupEvent.PostDetached(day("2015-01-01"), organisation("post"), REASON));
        group.established()
                .when(BORDER_GUARD, detach("post"))
                .refused(new WorkingGroupRejection.PostNotAttached("post"));
    }

    @Test
    void posts_and_villages_are_for_who_established_the_group_to_decide_on() {
        WorkingGroupRejection.NotYourStep refusal = new WorkingGroupRejection.NotYourStep(List.of("border-guard"));
        group.helping().when(decider("post"), assign("2014-04-01", "post", "cell-2")).refused(refusal);
        group.helping().when(decider("district"), release("cell")).refused(refusal);
        group.helping().when(decider("post"), detach("post")).refused(refusal);
        group.established().when(decider("post"), attach("post")).refused(refusal);
    }

    @Test
    void a_corrected_list_of_villages_sets_the_others_free() {
        Amend.Correct correct = new Amend.Correct(
                new AnyRecordId("group"), day("2026-01-01"), 3, assigned("2014-03-01", "post", "cell-2"), REASON,
                List.of());
        group.helping().when(BORDER_GUARD, correct).recorded(correct.event());
        group.helping()
                .given(BORDER_GUARD, correct.event())
                .when(BORDER_GUARD, assign("2014-03-01", "post-2", "cell"))
                .recorded(assigned("2014-03-01", "post-2", "cell"));
    }

    private static WorkingGroupCommand.AttachPost attach(String post) {
        return new WorkingGroupCommand.AttachPost(GROUP, day("2014-02-01"), organisation(post));
    }

    private static WorkingGroupCommand.AssignVillages assign(String day, String post, String... villages) {
        return new WorkingGroupCommand.AssignVillages(GROUP, day(day), organisation(post), ids(villages));
    }

    private static WorkingGroupCommand.ReleaseVillages release(String... villages) {
        return new WorkingGroupCommand.ReleaseVillages(GROUP, day("2015-01-01"), ids(villages), REASON);
    }

    private static WorkingGroupCommand.DetachPost detach(String post) {
        return new WorkingGroupCommand.DetachPost(GROUP, day("2015-01-01"), organisation(post), REASON);
    }
}
