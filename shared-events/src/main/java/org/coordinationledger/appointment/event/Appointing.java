package org.coordinationledger.appointment.event;

/** How a committee's member comes into office. Shown by name: constants are never renamed. */
public enum Appointing {
    /** chỉ định */
    DESIGNATED,
    /** bầu, được chuẩn y */
    ELECTED
}
