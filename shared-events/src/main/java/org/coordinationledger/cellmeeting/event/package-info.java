/** Cell meeting: a cell's regular meeting of a month, and who of the post attended. */
@NullMarked
package org.coordinationledger.cellmeeting.event;

import org.jspecify.annotations.NullMarked;
