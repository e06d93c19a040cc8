/** What the query side shows of handovers. */
@NullMarked
package org.coordinationledger.handover.view;

import org.jspecify.annotations.NullMarked;
