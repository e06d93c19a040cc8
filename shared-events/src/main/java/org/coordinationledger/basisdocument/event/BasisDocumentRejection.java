package org.coordinationledger.basisdocument.event;

import java.time.LocalDate;
import org.coordinationledger.rejection.Rejection;

/** Rules of one basis document. */
public sealed interface BasisDocumentRejection extends Rejection {

    /** It is no longer in force. */
    record NoLongerInForce(String ending, LocalDate since) implements BasisDocumentRejection {}

    /** A document is in force from its date on, or later; never before. */
    record InForceBeforeIssued(LocalDate effectiveOn, LocalDate issuedOn) implements BasisDocumentRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record LastDayBeforeFirst(LocalDate effectiveOn, LocalDate lastDay) implements BasisDocumentRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Only the organisation it was recorded for, or its issuer, records what becomes of it. */
    record NotItsKeeper(String organisation) implements BasisDocumentRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
