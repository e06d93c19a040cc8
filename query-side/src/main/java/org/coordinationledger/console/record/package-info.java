/** Lists of records, and the page of one record. */
@NullMarked
package org.coordinationledger.console.record;

import org.jspecify.annotations.NullMarked;
