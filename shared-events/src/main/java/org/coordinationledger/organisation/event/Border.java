package org.coordinationledger.organisation.event;

/** Which border an organisation's territory lies on. */
public enum Border {
    LAND,
    SEA,
    LAND_AND_SEA
}
