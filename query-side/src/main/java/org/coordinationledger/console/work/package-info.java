/** What waits for whoever is logged in. */
@NullMarked
package org.coordinationledger.console.work;

import org.jspecify.annotations.NullMarked;
