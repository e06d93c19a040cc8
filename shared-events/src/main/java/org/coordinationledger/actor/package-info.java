/** Who acts, for which organisation, in which role. */
@NullMarked
package org.coordinationledger.actor;

import org.jspecify.annotations.NullMarked;
