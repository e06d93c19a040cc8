package org.coordinationledger.ledger;

import java.util.Optional;

/**
 * Stands before everything that is appended: nothing passes before it is known that the ledger is the one that was signed.
 * Asked by the appending thread for each batch; it MUST answer at once and MUST be safe for use by several threads.
 */
@FunctionalInterface
public interface AppendGate {

    /** A gate that lets everything pass, for ledgers that nobody signs. */
    AppendGate OPEN = Optional::empty;

    /** Why nothing may be appended now, in words for whoever runs the service; empty if it may. */
    Optional<String> refusal();
}
