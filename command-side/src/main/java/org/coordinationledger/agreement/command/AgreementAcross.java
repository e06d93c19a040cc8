package org.coordinationledger.agreement.command;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of agreements that look at other records. */
public sealed interface AgreementAcross extends Rejection {

    /**
     * The lead party has given the number to another agreement in the same period.
     *
     * @param period its term of office, or the year where no term is known
     */
    record NumberTaken(@Given String number, String period, String by) implements AgreementAcross {}

    /** An agreement does not take its own place. */
    @OfField("by")
    record ReplacesItself() implements AgreementAcross {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The agreement that is to take the place of this one is not in force on that day. */
    record ReplacementNotInForce(@Given String agreement, String stage) implements AgreementAcross {}

    /** While the lead party stands, it is the lead party that records a lapse. */
    record LeadStands(String lead) implements AgreementAcross, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
