/** Handing over what a dissolved organisation left, many records by one decision. */
@NullMarked
package org.coordinationledger.handover.event;

import org.jspecify.annotations.NullMarked;
