/** Who asks: users, passwords, and the actor of a request. */
@NullMarked
package org.coordinationledger.service.identity;

import org.jspecify.annotations.NullMarked;
