/** The ledger's store and Axon's parts, wired for both sides. */
@NullMarked
package org.coordinationledger.service.ledger;

import org.jspecify.annotations.NullMarked;
