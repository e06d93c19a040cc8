package org.coordinationledger.timeline;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Refusals to pass a record on that come from the record itself. */
public sealed interface SuccessionRejection extends Rejection {

    /** Nothing is to follow in the record any more, so it stays with the organisations that it names. */
    record NothingToPassOn() implements SuccessionRejection, WhateverIsSaid {}

    /** The record does not name the organisation, or only in what is over. */
    record NotNamed(@Given String organisation) implements SuccessionRejection, WhateverIsSaid {}

    /** A record of this type does not come to an end because an organisation does: somebody must inherit it. */
    record MustBeInherited() implements SuccessionRejection, WhateverIsSaid {}

    /** The organisation that would inherit has a part of its own in the record, which cannot be played twice. */
    record AlreadyHasAPart(@Given String organisation) implements SuccessionRejection {}
}
