/** Proposal: its commands, and the rules that look across records. */
@NullMarked
package org.coordinationledger.proposal.command;

import org.jspecify.annotations.NullMarked;
