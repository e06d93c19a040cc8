/** Basis document: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.basisdocument.command;

import org.jspecify.annotations.NullMarked;
