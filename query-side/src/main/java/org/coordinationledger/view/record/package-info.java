/** A record's steps, read from its stream in the ledger and folded on demand. */
@NullMarked
package org.coordinationledger.view.record;

import org.jspecify.annotations.NullMarked;
