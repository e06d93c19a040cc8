package org.coordinationledger.workinggroup.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a working group is on a day.
 *
 * @param posts that belong to it, each with the villages that it helps
 * @param dissolvedOn the first day on which it is no more, or null while it stands
 */
public record WorkingGroupState(
        Name name,
        Subject purpose,
        OrganisationId establishedBy,
        OrganisationId worksFor,
        List<Helper> posts,
        @Nullable LocalDate dissolvedOn,
        boolean illustrative) {

    /** At most so many posts in a group. */
    public static final int MOST_POSTS = Bounded.ORGANISATIONS;

    /** At most so many villages that a group helps. */
    public static final int MOST_VILLAGES = 256;

    /** A post of the group and the villages that it helps. */
    public record Helper(OrganisationId post, List<OrganisationId> villages) {}

    public static final RecordType<WorkingGroupEvent, WorkingGroupState> TYPE = new RecordType<>(
            "WorkingGroup", "working-groups", WorkingGroupEvent.class, new WorkingGroupEvolution());

    public boolean standing() {
        return dissolvedOn == null;
    }

    /** How many villages its posts help. */
    public int villages() {
        return posts.stream().mapToInt(helper -> helper.villages().size()).sum();
    }

    WorkingGroupState between(OrganisationId leading, OrganisationId helped, List<Helper> helpers) {
        return new WorkingGroupState(name, purpose, leading, helped, helpers, dissolvedOn, illustrative);
    }

    WorkingGroupState with(List<Helper> helpers) {
        return new WorkingGroupState(name, purpose, establishedBy, worksFor, helpers, dissolvedOn, illustrative);
    }

    WorkingGroupState dissolved(LocalDate on) {
        return new WorkingGroupState(name, purpose, establishedBy, worksFor, posts, on, illustrative);
    }
}
