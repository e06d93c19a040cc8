package org.coordinationledger.review.event;

/** How far a review has come. Shown in lists by name: constants are never renamed. */
public enum ReviewStage {
    CONVENED,
    /** Concluded; from here on follow-ups can be directed. */
    ASSESSED,
    /** Nobody goes on with it since an organisation was dissolved. */
    LAPSED
}
