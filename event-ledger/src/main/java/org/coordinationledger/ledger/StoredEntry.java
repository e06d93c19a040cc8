package org.coordinationledger.ledger;

/**
 * An entry that nobody has parsed yet.
 *
 * @param position its order in the whole ledger
 * @param streamId the id of its stream
 * @param json     the exact text stored
 */
public record StoredEntry(long position, String streamId, String json) {

    /**
     * The entry that the text holds.
     *
     * @throws IllegalStateException if it is not an entry of a known format
     */
    public Entry parsed() {
        return EntryFormat.parse(json);
    }
}
