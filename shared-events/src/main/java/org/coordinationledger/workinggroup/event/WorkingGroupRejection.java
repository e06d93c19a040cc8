package org.coordinationledger.workinggroup.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one working group. */
public sealed interface WorkingGroupRejection extends Rejection {

    /** Nothing follows the dissolution. */
    record AlreadyDissolved(LocalDate dissolvedOn) implements WorkingGroupRejection, WhateverIsSaid {}

    /** The step is the act of the organisation that established the group. */
    record NotYourStep(List<String> organisations) implements WorkingGroupRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The post belongs to the group on that day. */
    record PostAlreadyAttached(@Given String post) implements WorkingGroupRejection {}

    /** The post does not belong to the group on that day. */
    record PostNotAttached(@Given String post) implements WorkingGroupRejection {}

    /** A village is helped by one post of the group at a time. */
    record VillageAlreadyHelped(@Given String village, String post) implements WorkingGroupRejection {}

    /** No post of the group helps the village on that day. */
    record VillageNotHelped(@Given String village) implements WorkingGroupRejection {}

    /** A village stands twice in the list of a step. */
    record NamedTwice(@Given String village) implements WorkingGroupRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A group has so many posts and no more. */
    record TooManyPosts(int most) implements WorkingGroupRejection, WhateverIsSaid {}

    /** A group helps so many villages and no more. */
    @OfField("villages")
    record TooManyVillages(int count, int most) implements WorkingGroupRejection {}
}
