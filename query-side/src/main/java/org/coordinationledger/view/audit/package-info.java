/** What auditors and inspectors ask of the whole ledger: its steps, and remedies that are overdue. */
@NullMarked
package org.coordinationledger.view.audit;

import org.jspecify.annotations.NullMarked;
