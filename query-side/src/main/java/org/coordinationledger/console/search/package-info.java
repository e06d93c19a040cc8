/** Search over all records, and the choice of records in forms. */
@NullMarked
package org.coordinationledger.console.search;

import org.jspecify.annotations.NullMarked;
