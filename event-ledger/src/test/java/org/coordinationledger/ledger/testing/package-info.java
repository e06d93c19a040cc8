/** MongoDB servers for the tests of this and other modules. */
@NullMarked
package org.coordinationledger.ledger.testing;

import org.jspecify.annotations.NullMarked;
