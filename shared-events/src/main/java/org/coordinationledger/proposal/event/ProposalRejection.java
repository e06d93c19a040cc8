package org.coordinationledger.proposal.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one proposal. */
public sealed interface ProposalRejection extends Rejection {

    /** The step is the act of another organisation. */
    record NotYourStep(List<String> organisations) implements ProposalRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Nobody proposes something to itself. */
    record MadeToItsMaker(@Given String organisation) implements ProposalRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The step needs another before it, or comes too late. */
    record StepOutOfOrder(String stage, String needs) implements ProposalRejection, WhateverIsSaid {}

    /** Nothing follows the answer or the withdrawal. */
    record AlreadyOver(String stage, LocalDate since) implements ProposalRejection, WhateverIsSaid {}
}
