/** Cell meeting: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.cellmeeting.view;

import org.jspecify.annotations.NullMarked;
