/** Cell assignment: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.cellassignment.command;

import org.jspecify.annotations.NullMarked;
