/** The ledger as a transparency log in a running service: its keys, its pin, who seals, how that stands. */
@NullMarked
package org.coordinationledger.service.sealing;

import org.jspecify.annotations.NullMarked;
