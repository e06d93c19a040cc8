/** Console: forms for new records that are opened at another record and hold what follows from it. */
@NullMarked
package org.coordinationledger.console.start;

import org.jspecify.annotations.NullMarked;
