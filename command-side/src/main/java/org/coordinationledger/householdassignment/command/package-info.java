/** Household assignment: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.householdassignment.command;

import org.jspecify.annotations.NullMarked;
