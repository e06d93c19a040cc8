/** The one position at which a request reads everything, and waiting for it. */
@NullMarked
package org.coordinationledger.view.reading;

import org.jspecify.annotations.NullMarked;
