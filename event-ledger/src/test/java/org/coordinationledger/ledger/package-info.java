/** Tests of the ledger on the embedded and on a real MongoDB. */
@NullMarked
package org.coordinationledger.ledger;

import org.jspecify.annotations.NullMarked;
