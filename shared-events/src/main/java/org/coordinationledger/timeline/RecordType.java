package org.coordinationledger.timeline;

/**
 * A feature as both sides know it.
 *
 * @param name the type of its streams in the ledger, such as {@code CellAssignment}; frozen
 * @param resource its name in addresses, in the plural, such as {@code cell-assignments}; frozen
 * @param family its sealed event family
 */
public record RecordType<E extends RecordEvent, S>(String name, String resource, Class<E> family, Fold<E, S> fold) {

    public Timeline<E, S> empty() {
        return Timeline.empty(fold, family);
    }
}
