package org.coordinationledger.workinggroup.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.ValueRejection;
import org.coordinationledger.workinggroup.event.WorkingGroupState.Helper;
import org.junit.jupiter.api.Test;

class WorkingGroupTest {

    private static final Actor BORDER_GUARD = decider("border-guard");
    private static final Reason REASON = new Reason("sắp xếp lại");

    @Test
    void posts_and_villages_come_and_go_each_on_its_day() {
        Life<WorkingGroupEvent, WorkingGroupState> life = helping()
                .then(BORDER_GUARD, new WorkingGroupEvent.VillagesReleased(day("2015-01-01"), ids("cell-1"), null));

        assertThat(life.on("2014-02-28").villages()).isZero();
        assertThat(life.on("2014-03-01").posts())
                .containsExactly(
                        new Helper(organisation("post"), ids("cell-1", "cell-2")),
                        new Helper(organisation("post-2"), List.of()));
        assertThat(life.on("2015-01-01").villages()).isEqualTo(1);
    }

    @Test
    void a_detached_post_leaves_its_villages_to_others() {
        WorkingGroupState group = helping()
                .then(BORDER_GUARD, detached("2015-01-01", "post"))
                .then(BORDER_GUARD, assigned("2015-01-01", "post-2", "cell-1", "cell-2"))
                .on("2015-01-01");

        assertThat(group.posts()).containsExactly(new Helper(organisation("post-2"), ids("cell-1", "cell-2")));
    }

    @Test
    void a_village_released_and_given_to_another_post_on_one_day_is_helped_once() {
        WorkingGroupState group = helping()
                .then(BORDER_GUARD, new WorkingGroupEvent.VillagesReleased(day("2015-01-01"), ids("cell-1"), REASON))
                .then(BORDER_GUARD, assigned("2015-01-01", "post-2", "cell-1"))
                .on("2015-01-01");

        assertThat(group.villages()).isEqualTo(2);
    }

    @Test
    void a_detachment_dated_before_a_recorded_assignment_of_villages_is_refused() {
        refused(
                () -> helping().then(BORDER_GUARD, detached("2014-02-15", "post")),
                new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        3, "working-group.villages-assigned", day("2014-03-01"),
                        "working-group/post-not-attached"))));
    }

    @Test
    void a_post_cannot_be_voided_away_from_under_its_villages() {
        assertThatThrownBy(() -> helping().voids(BORDER_GUARD, 1)).isInstanceOf(RejectedException.class);
        assertThat(helping().voids(BORDER_GUARD, 3).voids(BORDER_GUARD, 1).on("2014-03-01").posts())
                .containsExactly(new Helper(organisation("post-2"), List.of()));
    }

    @Test
    void a_group_has_bounds() {
        refused(() -> assigned("2014-03-01", "post"), new ValueRejection.Missing("villages"));
        refused(
                () -> assigned("2014-03-01", "post", many("cell-", 0, 33)), new ValueRejection.TooMany(33, 32));
        Life<WorkingGroupEvent, WorkingGroupState> posts = established();
        for (String post : many("post-", 0, 32)) {
            posts = posts.then(BORDER_GUARD, attached("2014-02-01", post));
        }
        Life<WorkingGroupEvent, WorkingGroupState> full = posts;
        refused(
                () -> full.then(BORDER_GUARD, attached("2014-02-01", "post-32")),
                new WorkingGroupRejection.TooManyPosts(32));
        Life<WorkingGroupEvent, WorkingGroupState> villages = full;
        for (int i = 0; i < 8; i++) {
            villages = villages.then(BORDER_GUARD, assigned("2014-03-01", "post-0", many("cell-", 32 * i, 32)));
        }
        Life<WorkingGroupEvent, WorkingGroupState> all = villages;
        refused(
                () -> all.then(BORDER_GUARD, assigned("2014-03-01", "post-0", "cell-256")),
                new WorkingGroupRejection.TooManyVillages(257, 256));
    }

    private static void refused(ThrowingCallable step, Rejection because) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(because));
    }

    private static Life<WorkingGroupEvent, WorkingGroupState> established() {
        return Life.of(WorkingGroupState.TYPE)
                .then(BORDER_GUARD, new WorkingGroupEvent.Established(
                        day("2014-01-01"), new Name("Tổ công tác"), new Subject("Giúp ấp"), organisation("district"),
                        List.of(), false));
    }

    /** Two posts, of which the first helps two villages since the first of March 2014. */
    private static Life<WorkingGroupEvent, WorkingGroupState> helping() {
        return established()
                .then(BORDER_GUARD, attached("2014-02-01", "post"))
                .then(BORDER_GUARD, attached("2014-02-01", "post-2"))
                .then(BORDER_GUARD, assigned("2014-03-01", "post", "cell-1", "cell-2"));
    }

    private static WorkingGroupEvent.PostAttached attached(String day, String post) {
        return new WorkingGroupEvent.PostAttached(day(day), organisation(post));
    }

    private static WorkingGroupEvent.PostDetached detached(String day, String post) {
        return new WorkingGroupEvent.PostDetached(day(day), organisation(post), REASON);
    }

    private static WorkingGroupEvent.VillagesAssigned assigned(String day, String post, String... villages) {
        return new WorkingGroupEvent.VillagesAssigned(day(day), organisation(post), ids(villages));
    }

    private static String[] many(String prefix, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    private static List<OrganisationId> ids(String... ids) {
        return Stream.of(ids).map(OrganisationId::new).toList();
    }
}
