/** Figures: grouped in the database by the organisations that place a record, rolled up in memory along the tree. */
@NullMarked
package org.coordinationledger.view.figure;

import org.jspecify.annotations.NullMarked;
