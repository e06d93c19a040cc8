package org.coordinationledger.appointment.event;

/** How far an appointment has come. Shown in lists by name: constants are never renamed. */
public enum AppointmentStage {
    NOMINATED,
    VETTED,
    IN_OFFICE,
    /** The last day of the term has passed. */
    EXPIRED,
    RELIEVED,
    ENDED,
    /** Nobody goes on with it since an organisation was dissolved. */
    LAPSED;

    /** Whether nothing can follow. */
    public boolean over() {
        return compareTo(EXPIRED) >= 0;
    }
}
