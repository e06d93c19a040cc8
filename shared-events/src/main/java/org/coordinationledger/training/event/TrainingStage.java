package org.coordinationledger.training.event;

/** How far a training course has come. Shown in lists by name: constants are never renamed. */
public enum TrainingStage {
    SCHEDULED,
    HELD,
    CANCELLED,
    /** Nobody goes on with it since an organiser was dissolved. */
    LAPSED
}
