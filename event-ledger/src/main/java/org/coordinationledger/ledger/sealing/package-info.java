/**
 * The ledger as a transparency log: entries are integrated into tiles, and checkpoints of them are signed behind the
 * tail. See {@code docs/explanation/sealing.md}.
 */
@NullMarked
package org.coordinationledger.ledger.sealing;

import org.jspecify.annotations.NullMarked;
