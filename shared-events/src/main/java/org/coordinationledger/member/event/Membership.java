package org.coordinationledger.member.event;

/** A party member's standing. Stored by name: constants are never renamed. */
public enum Membership {
    /** chính thức */
    OFFICIAL,
    /** dự bị */
    PROBATIONARY
}
