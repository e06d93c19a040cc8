/** Mandate: its commands, the rules that look across records, and who may grant what. */
@NullMarked
package org.coordinationledger.mandate.command;

import org.jspecify.annotations.NullMarked;
