/** Household assignment: a post's member in charge of households of a hamlet. */
@NullMarked
package org.coordinationledger.householdassignment.event;

import org.jspecify.annotations.NullMarked;
