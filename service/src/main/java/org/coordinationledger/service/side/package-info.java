/** How one side of the service asks the other, which it knows by its public API alone. */
@NullMarked
package org.coordinationledger.service.side;

import org.jspecify.annotations.NullMarked;
