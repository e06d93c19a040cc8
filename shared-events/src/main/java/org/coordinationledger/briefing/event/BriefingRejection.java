package org.coordinationledger.briefing.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;
import org.jspecify.annotations.Nullable;

/** Rules of one briefing. */
public sealed interface BriefingRejection extends Rejection {

    /** State secrets do not belong in this ledger: a briefing is classified as ordinary, or is not recorded here. */
    record StateSecret(@Given String classification) implements BriefingRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The step needs another before it, or comes too late. */
    record StepOutOfOrder(String stage, List<String> needs) implements BriefingRejection, WhateverIsSaid {}

    /** Nothing follows a rejection or a withdrawal. */
    record AlreadyOver(String stage, LocalDate since) implements BriefingRejection, WhateverIsSaid {}

    /** Every step of a briefing is the act of its post. */
    record NotItsPost(String post) implements BriefingRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The step names another revision than the one that is next, or that was submitted. */
    record OtherRevision(@Given int revision, int expected) implements BriefingRejection {}

    /** The text named is not the one that was submitted, or that passed. */
    record OtherText(@Given String digest, String expected) implements BriefingRejection {}

    /** A text is revised so many times and no more. */
    record TooManyRevisions(int most) implements BriefingRejection, WhateverIsSaid {}

    /** A briefing is delivered so many times and no more. */
    record TooManyDeliveries(int most) implements BriefingRejection, WhateverIsSaid {}

    /** The post's party committee or its command passes, returns and rejects; the step says which of the two. */
    @OfField("actingBody")
    record NotAnExaminingBody(@Nullable String body) implements BriefingRejection {}

    /** Who wrote or submitted the text does not pass it. */
    record WrittenByTheSamePerson() implements BriefingRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** A cell is given a revision once a day. */
    record AlreadyDelivered(@Given String cell, LocalDate on) implements BriefingRejection {}
}
