package org.coordinationledger.review.event;

/** How well what was reviewed had been carried out. Stored by name: constants are never renamed. */
public enum AssessmentLevel {
    /** hoàn thành tốt */
    COMPLETED_WELL,
    /** hoàn thành */
    COMPLETED,
    /** cơ bản hoàn thành */
    BASICALLY_COMPLETED,
    /** chưa hoàn thành */
    NOT_COMPLETED
}
