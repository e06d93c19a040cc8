@NullMarked
package org.coordinationledger.ledger.sealing;

import org.jspecify.annotations.NullMarked;
