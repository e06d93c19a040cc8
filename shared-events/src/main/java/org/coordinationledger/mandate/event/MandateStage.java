package org.coordinationledger.mandate.event;

/** How a mandate stands on a day. Shown in lists by name: constants are never renamed. */
public enum MandateStage {
    IN_FORCE,
    /** In force, with {@value MandateState#ENDING_DAYS} days or fewer to go. */
    ENDING,
    /** The last day has passed. */
    EXPIRED,
    REVOKED;

    /** Whether the person may act by it. */
    public boolean inForce() {
        return this == IN_FORCE || this == ENDING;
    }
}
