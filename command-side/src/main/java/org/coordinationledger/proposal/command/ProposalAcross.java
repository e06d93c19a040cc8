package org.coordinationledger.proposal.command;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;

/** Rules of proposals that look at other records. */
public sealed interface ProposalAcross extends Rejection {

    /**
     * A proposal is made to a body above each of its makers, or to the committee of a commune that the maker covers.
     *
     * @param maker one for whom it is not
     */
    record NotABodyAbove(@Given String to, String maker) implements ProposalAcross {}
}
