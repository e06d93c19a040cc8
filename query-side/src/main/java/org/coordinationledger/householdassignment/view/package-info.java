/** Household assignment: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.householdassignment.view;

import org.jspecify.annotations.NullMarked;
