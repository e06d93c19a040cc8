package org.coordinationledger.handover.command;

import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Refusals about handovers that come from what the service does with them. */
public sealed interface HandoverAcross extends Rejection {

    /** The records of the list pass on as soon as it is recorded, so the list is neither corrected nor voided. */
    record AlreadyUnderWay() implements HandoverAcross, WhateverIsSaid {}
}
