package org.coordinationledger.catalogue;

/**
 * The stored name of an event class.
 *
 * @param name logical and frozen, such as {@code cell-assignment.introduced}; classes may be renamed, this may not
 * @param revision the current shape of the event; every earlier one stays readable through an upcaster
 */
public record EventType(String name, int revision, Class<?> type) {}
