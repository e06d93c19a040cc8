/**
 * An append-only ledger of events on MongoDB: one dense order of positions, one document per commit, and Axon's event
 * storage on top of it. No word of any business domain belongs here.
 *
 * <p>Start with {@link org.coordinationledger.ledger.LedgerStore} (append and read) and
 * {@link org.coordinationledger.ledger.LedgerStorageEngine} (the same for Axon).
 */
@NullMarked
package org.coordinationledger.ledger;

import org.jspecify.annotations.NullMarked;
