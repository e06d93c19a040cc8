package org.coordinationledger.workinggroup.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.WorkingGroupId;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupState;

/** The border guard's working group for a district, with two posts and two villages. */
final class Group {

    static final Actor BORDER_GUARD = decider("border-guard");
    static final WorkingGroupId GROUP = new WorkingGroupId("group");
    static final Reason REASON = new Reason("sắp xếp lại");
    static final Name NAME = new Name("Tổ công tác");
    static final Subject PURPOSE = new Subject("Giúp các ấp biên giới");

    final Landscape landscape = new Landscape();

    Group() {
        landscape.stands("cell-2", OrganisationKind.CELL, "commune");
    }

    Decision<WorkingGroup> decision() {
        return Decision.of(WorkingGroup.class, WorkingGroupState.TYPE, landscape.registry);
    }

    Decision<WorkingGroup> established() {
        return decision().given(BORDER_GUARD, new WorkingGroupEvent.Established(
                day("2014-01-01"), NAME, PURPOSE, organisation("district"), List.of(), false));
    }

    Decision<WorkingGroup> withPosts() {
        return established()
                .given(BORDER_GUARD, attached("2014-02-01", "post"))
                .given(BORDER_GUARD, attached("2014-02-01", "post-2"));
    }

    /** The first post helps the first village since the first of March 2014. */
    Decision<WorkingGroup> helping() {
        return withPosts().given(BORDER_GUARD, assigned("2014-03-01", "post", "cell"));
    }

    static WorkingGroupEvent.PostAttached attached(String day, String post) {
        return new WorkingGroupEvent.PostAttached(day(day), organisation(post));
    }

    static WorkingGroupEvent.VillagesAssigned assigned(String day, String post, String... villages) {
        return new WorkingGroupEvent.VillagesAssigned(day(day), organisation(post), ids(villages));
    }

    static List<OrganisationId> ids(String... ids) {
        return Stream.of(ids).map(OrganisationId::new).toList();
    }
}
