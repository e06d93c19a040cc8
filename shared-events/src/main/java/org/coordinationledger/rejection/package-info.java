/** Refusals as data without language. */
@NullMarked
package org.coordinationledger.rejection;

import org.jspecify.annotations.NullMarked;
