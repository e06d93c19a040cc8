package org.coordinationledger.agreement.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one agreement. */
public sealed interface AgreementRejection extends Rejection {

    /** An agreement has two parties or more, each named once, and the lead party is one of them. */
    @OfField("parties")
    record PartiesDoNotFit(List<String> parties, String lead) implements AgreementRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record LastDayBeforeFirst(LocalDate firstDay, @Given LocalDate lastDay) implements AgreementRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The step needs another before it, or comes too late. */
    record StepOutOfOrder(String stage, List<String> needs) implements AgreementRejection, WhateverIsSaid {}

    /** Nothing follows the end. */
    record AlreadyOver(String stage, LocalDate since) implements AgreementRejection, WhateverIsSaid {}

    /** The step is the act of another organisation: of the lead party, or of any party. */
    record NotYourStep(List<String> organisations) implements AgreementRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The text and the term are those of the latest revision, or the amendment's text is the one in force. */
    record NothingChanged(int revision) implements AgreementRejection {}

    /** A party signs or declines what lies before it, which is this revision with this text, and nothing else. */
    @OfField("text")
    record NotTheProposedText(int revision, String text) implements AgreementRejection {}

    /** No amendment lies before the parties. */
    record NothingToSign(int signedRevision) implements AgreementRejection, WhateverIsSaid {}

    /** Once per party and revision. */
    record AlreadySigned(String organisation, int revision) implements AgreementRejection, WhateverIsSaid {}

    /** The term was over before the text was signed. */
    record TermOver(LocalDate lastDay) implements AgreementRejection, WhateverIsSaid {}

    record AlreadyNumbered(String number) implements AgreementRejection, WhateverIsSaid {}

    /** The parties have agreed for this period before. */
    record ContentsAlreadyAgreed(@Given String period) implements AgreementRejection {}

    /** Nothing is proposed for this period, or something else. */
    record NotTheProposedContents(@Given String period) implements AgreementRejection, WhateverIsSaid {}

    /** Once per party and proposal. */
    record AlreadyAgreedTo(String organisation, String period) implements AgreementRejection, WhateverIsSaid {}
}
