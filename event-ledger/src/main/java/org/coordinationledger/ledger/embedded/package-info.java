/** A MongoDB stand-in inside this process, for demonstrations and a single user. */
@NullMarked
package org.coordinationledger.ledger.embedded;

import org.jspecify.annotations.NullMarked;
