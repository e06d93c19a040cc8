package org.coordinationledger.ledger;

/**
 * A place in one particular ledger, to be kept beside anything derived from it (tokens, views, snapshots).
 *
 * <p>What carries a mark that {@link LedgerReader#holds} denies was derived from another ledger, or from a history this
 * one no longer has, and MUST be discarded and built again.
 *
 * @param logId    the ledger
 * @param position the last position that was taken into account; -1 for none
 * @param leafHash hash of the entry there, in lower-case hexadecimal; empty at -1
 */
public record LogMark(String logId, long position, String leafHash) {
}
