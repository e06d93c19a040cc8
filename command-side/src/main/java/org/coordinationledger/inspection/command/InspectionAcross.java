package org.coordinationledger.inspection.command;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;

/** Rules of inspections that look at other records, or at what was known before. */
public sealed interface InspectionAcross extends Rejection {

    /** Who commissions an inspection stands above each subject. */
    record NotAbove(String commissionedBy, @Given String subject) implements InspectionAcross {}

    /** Nobody inspects decisions that they took themselves: whoever finds took one on the record that it is about. */
    record InspectsOwnDecision(String resource, @Given String id) implements InspectionAcross {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /**
     * What was concluded or accepted stays as it lay before the commissioning body, until the conclusion or the
     * acceptance itself is voided.
     */
    record AlreadyJudged(String finding) implements InspectionAcross {}
}
