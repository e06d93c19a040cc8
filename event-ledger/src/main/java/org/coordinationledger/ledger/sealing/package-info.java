/**
 * The ledger as a transparency log: entries are integrated into tiles, and checkpoints of them are signed behind the
 * tail. See decisions 0033 and 0034.
 */
@NullMarked
package org.coordinationledger.ledger.sealing;

import org.jspecify.annotations.NullMarked;
