/** Briefing: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.briefing.command;

import org.jspecify.annotations.NullMarked;
