/** What the ledger records of itself: where all of its records end. */
@NullMarked
package org.coordinationledger.recordheads.event;

import org.jspecify.annotations.NullMarked;
