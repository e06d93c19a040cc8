package org.coordinationledger.review.command;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;

/** Rules of reviews that look at other records. */
public sealed interface ReviewAcross extends Rejection {

    /** Consent comes from a body that the convener stands under on that day. */
    record ConsentNotFromAbove(@Given String organisation, String convener) implements ReviewAcross {}
}
