/** What keeps rules over a set: natural keys and exclusive periods, each on a stream of its own. */
@NullMarked
package org.coordinationledger.reservation.event;

import org.jspecify.annotations.NullMarked;
