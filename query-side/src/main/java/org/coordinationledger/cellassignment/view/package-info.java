/** Cell assignment: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.cellassignment.view;

import org.jspecify.annotations.NullMarked;
