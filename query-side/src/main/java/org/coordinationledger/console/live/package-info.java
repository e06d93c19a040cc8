/** Tells pages that show today when the views have come further. */
@NullMarked
package org.coordinationledger.console.live;

import org.jspecify.annotations.NullMarked;
