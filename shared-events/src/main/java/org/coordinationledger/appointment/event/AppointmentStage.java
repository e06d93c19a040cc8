package org.coordinationledger.appointment.event;

/** How far an appointment has come. Shown in lists by name: constants are never renamed. */
public enum AppointmentStage {
    NOMINATED,
    VETTED,
    IN_OFFICE,
    /** The last day of the term has passed. */
    EXPIRED,
    RELIEVED,
    ENDED;

    /** Whether nothing can follow. */
    public boolean over() {
        return this == EXPIRED || this == RELIEVED || this == ENDED;
    }
}
