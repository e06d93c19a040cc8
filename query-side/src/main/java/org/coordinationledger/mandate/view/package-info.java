/** Mandate: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.mandate.view;

import org.jspecify.annotations.NullMarked;
