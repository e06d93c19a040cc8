package org.coordinationledger.informationexchange.event;

import java.util.List;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one information exchange. */
public sealed interface InformationExchangeRejection extends Rejection {

    /** It is recorded by the organisation that held the meeting or sent the notice. */
    record NotYourStep(List<String> organisations) implements InformationExchangeRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Information goes to others, each named once. */
    @OfField("to")
    record RecipientsDoNotFit(List<String> recipients) implements InformationExchangeRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
