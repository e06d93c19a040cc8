/** Lists of records at a pair of times: filters on facts, stable order, pages. */
@NullMarked
package org.coordinationledger.view.list;

import org.jspecify.annotations.NullMarked;
