/** Mandate: its events, its state, and whether somebody may act. */
@NullMarked
package org.coordinationledger.mandate.event;

import org.jspecify.annotations.NullMarked;
