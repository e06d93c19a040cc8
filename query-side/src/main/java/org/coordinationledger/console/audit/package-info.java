/** What auditors and inspectors look for in the whole ledger. */
@NullMarked
package org.coordinationledger.console.audit;

import org.jspecify.annotations.NullMarked;
