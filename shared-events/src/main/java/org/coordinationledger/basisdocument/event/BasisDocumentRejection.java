package org.coordinationledger.basisdocument.event;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one basis document. */
public sealed interface BasisDocumentRejection extends Rejection {

    /** It is no longer in force. */
    record NoLongerInForce(String ending, LocalDate since) implements BasisDocumentRejection, WhateverIsSaid {}

    /** A document is in force from its date on, or later; never before. */
    record InForceBeforeIssued(@Given LocalDate effectiveOn, LocalDate issuedOn) implements BasisDocumentRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record LastDayBeforeFirst(LocalDate effectiveOn, @Given LocalDate lastDay) implements BasisDocumentRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Only the organisation it was recorded for, or its issuer, records what becomes of it. */
    record NotItsKeeper(String organisation) implements BasisDocumentRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
