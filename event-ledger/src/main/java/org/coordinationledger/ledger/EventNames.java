package org.coordinationledger.ledger;

/**
 * The stable names under which events are stored, so that classes can be renamed and moved.
 *
 * <p>An implementation MUST return the same name and revision for a class for as long as any ledger holds events of it,
 * and MUST know every name and revision ever stored.
 */
public interface EventNames {

    /**
     * The stored name of an event class.
     *
     * @throws IllegalArgumentException if the class is not an event that may be stored
     */
    String nameOf(Class<?> eventClass);

    /**
     * The revision in which events of this class are written today.
     *
     * @throws IllegalArgumentException if the class is not an event that may be stored
     */
    String revisionOf(Class<?> eventClass);

    /**
     * The class that an event of this name and revision is read as today (after upcasting).
     *
     * @throws IllegalArgumentException if the name or the revision was never stored
     */
    Class<?> classOf(String name, String revision);
}
