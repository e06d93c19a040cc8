package org.coordinationledger.informationexchange.command;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;

/** Rules of information exchanges that look at other records. */
public sealed interface InformationExchangeAcross extends Rejection {

    /** Information is exchanged under an agreement that is in force on that day. */
    record AgreementNotInForce(@Given String agreement, String stage) implements InformationExchangeAcross {}
}
