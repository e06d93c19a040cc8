/** What is overdue according to the views, for a side that has no views of its own. */
@NullMarked
package org.coordinationledger.service.overdue;

import org.jspecify.annotations.NullMarked;
