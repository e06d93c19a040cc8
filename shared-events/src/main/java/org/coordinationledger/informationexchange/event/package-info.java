/** Information exchanges: that parties of an agreement met or wrote to each other, and about what. */
@NullMarked
package org.coordinationledger.informationexchange.event;

import org.jspecify.annotations.NullMarked;
