/** Measures searches of steps. */
@NullMarked
package org.coordinationledger.view.audit;

import org.jspecify.annotations.NullMarked;
