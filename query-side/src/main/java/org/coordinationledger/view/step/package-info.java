/** The steps of all records, as they are searched. */
@NullMarked
package org.coordinationledger.view.step;

import org.jspecify.annotations.NullMarked;
