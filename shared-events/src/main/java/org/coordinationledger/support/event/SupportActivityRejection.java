package org.coordinationledger.support.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one support activity. */
public sealed interface SupportActivityRejection extends Rejection {

    /** Every step is recorded by who answers for the support. */
    record NotItsGiver(String giver) implements SupportActivityRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Each recipient is named once. */
    @OfField("recipients")
    record RecipientNamedTwice(List<String> recipients) implements SupportActivityRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A sum or a quantity is stated. */
    @OfField("extent")
    record ExtentNotStated() implements SupportActivityRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A quantity needs to say of what, and a unit needs a quantity. */
    @OfField("unit")
    record UnitDoesNotFit() implements SupportActivityRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Houses and parcels are not divided. */
    record QuantityNotWhole(@Given String quantity) implements SupportActivityRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Nothing was promised, or the promise was taken back. */
    record NothingPromised(String stage) implements SupportActivityRejection, WhateverIsSaid {}

    /** A promise of which something was given is not taken back as a whole. */
    record PartlyGiven(LocalDate since) implements SupportActivityRejection, WhateverIsSaid {}
}
