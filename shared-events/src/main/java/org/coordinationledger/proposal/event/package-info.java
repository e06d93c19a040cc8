/** Proposal: what happened to a request or advice to another body, and what it means. */
@NullMarked
package org.coordinationledger.proposal.event;

import org.jspecify.annotations.NullMarked;
