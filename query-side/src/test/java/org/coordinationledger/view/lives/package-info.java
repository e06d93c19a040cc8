/** Random lives of records, for properties checked from seeds, and a ledger to record them in. */
@NullMarked
package org.coordinationledger.view.lives;

import org.jspecify.annotations.NullMarked;
