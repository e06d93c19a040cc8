package org.coordinationledger.programme.event;

/** How a target stands on a day. */
public enum TargetStatus {
    /** What was last reported reaches what is planned. */
    MET,
    /** Not met, and its last report says that it lags, or its due date has passed. */
    BEHIND,
    /** Neither. */
    UNDER_WAY
}
