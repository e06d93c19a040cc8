/** Who was entitled to act, as known at a position of the ledger. */
@NullMarked
package org.coordinationledger.view.authority;

import org.jspecify.annotations.NullMarked;
