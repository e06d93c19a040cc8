/** Proposal: what lists and figures show of it. */
@NullMarked
package org.coordinationledger.proposal.view;

import org.jspecify.annotations.NullMarked;
