/** Pages about how the ledger proves itself. */
@NullMarked
package org.coordinationledger.console.sealing;

import org.jspecify.annotations.NullMarked;
