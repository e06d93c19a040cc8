package org.coordinationledger.inspection.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one inspection. */
public sealed interface InspectionRejection extends Rejection {

    /** Each subject is named once, and the commissioning body does not inspect itself. */
    @OfField("subjects")
    record SubjectsDoNotFit(List<String> subjects, String commissionedBy) implements InspectionRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Each of the team is named once, and the leader is one of them. */
    @OfField("team")
    record TeamDoesNotFit(List<String> team, String leader) implements InspectionRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** An inspection begins before it ends. */
    record EndsBeforeItBegins(LocalDate firstDay, @Given LocalDate lastDay) implements InspectionRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The step is the act of another organisation. */
    record NotYourStep(List<String> organisations) implements InspectionRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Only those whom the decision names inspect. */
    record NotOfTheTeam() implements InspectionRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Whoever inspects does not act for those who are inspected, and does not issue the conclusion. */
    record OfTheTeam() implements InspectionRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Nobody inspects the organisation that they act for. */
    record ActsForASubject(String organisation) implements InspectionRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The step needs another before it, or comes too late. */
    record StepOutOfOrder(String stage, List<String> needs) implements InspectionRejection, WhateverIsSaid {}

    /** Nothing follows the closing. */
    record AlreadyClosed(LocalDate since) implements InspectionRejection, WhateverIsSaid {}

    /** Findings are made during the time of the inspection. */
    @OfField("effectiveOn")
    record OutsideTheMandate(LocalDate firstDay, LocalDate lastDay) implements InspectionRejection {}

    /** A finding is about one of those who are inspected. */
    record NotASubject(@Given String organisation, List<String> subjects) implements InspectionRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Once for each subject. */
    record AlreadySelfReported(String organisation) implements InspectionRejection, WhateverIsSaid {}

    /** Another finding has this name. */
    record FindingNamedTwice(@Given String finding) implements InspectionRejection {}

    record UnknownFinding(@Given String finding) implements InspectionRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The subject was heard, and nothing was found about it since. */
    record AlreadyHeard(String organisation) implements InspectionRejection, WhateverIsSaid {}

    /** No conclusion about somebody who was not heard on all that was found about them. */
    record NotHeard(List<String> subjects) implements InspectionRejection, WhateverIsSaid {}

    /** The conclusion names every finding once, and nothing else. */
    @OfField("findings")
    record NotAllFindings(List<String> findings) implements InspectionRejection {}

    /** One remedy for a finding. */
    record RemedyAlreadyRequired(@Given String finding) implements InspectionRejection, WhateverIsSaid {}

    record DueBeforeItIsRequired(LocalDate effectiveOn, @Given LocalDate dueOn) implements InspectionRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** No remedy is required for this finding. */
    record NoRemedy(@Given String finding) implements InspectionRejection, WhateverIsSaid {}

    /** A remedy is reported, then accepted or refused. */
    record RemedyOutOfOrder(@Given String finding, String stage, String needs)
            implements InspectionRejection, WhateverIsSaid {}

    /** Whoever reports a remedy does not judge it. */
    record ReportedByTheSamePerson() implements InspectionRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Nobody is reminded of what is in time, or done. */
    record NotOverdue(@Given String finding, LocalDate dueOn) implements InspectionRejection, WhateverIsSaid {}

    /** These findings have remedies that are not accepted. */
    record RemediesNotAccepted(List<String> findings) implements InspectionRejection, WhateverIsSaid {}
}
