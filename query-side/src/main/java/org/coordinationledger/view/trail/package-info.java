/** Approval trails: who did what about a record, when, for whom, on which text and basis, and what is out of order. */
@NullMarked
package org.coordinationledger.view.trail;

import org.jspecify.annotations.NullMarked;
