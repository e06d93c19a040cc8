/** The ledger as a transparency log over HTTP: checkpoints, tiles, entries, proofs. */
@NullMarked
package org.coordinationledger.view.log;

import org.jspecify.annotations.NullMarked;
