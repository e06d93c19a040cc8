package org.coordinationledger.ledger;

/**
 * Something that is wrong with what is stored.
 *
 * @param position where; of the entry, or of the first entry that what is wrong covers
 * @param reason   what, in words for people
 */
public record LedgerFault(long position, String reason) {
}
