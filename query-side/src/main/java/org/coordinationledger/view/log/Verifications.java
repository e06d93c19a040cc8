package org.coordinationledger.view.log;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.service.verification.VerificationRequests;
import org.coordinationledger.service.verification.VerificationRun;
import org.coordinationledger.service.verification.VerificationRuns;
import org.coordinationledger.service.verification.VerifiedPart;

/** How the last verification of each part stands, whichever side owns it, and a way to have all parts verified. */
public final class Verifications {

    private final LedgerStore ledger;
    private final VerificationRequests requests;
    private final List<VerificationRuns> own;
    private final InstantSource clock;

    /** @param own what this side verifies; the other side hears by {@code requests} that it is asked to */
    Verifications(LedgerStore ledger, VerificationRequests requests, List<VerificationRuns> own, InstantSource clock) {
        this.ledger = ledger;
        this.requests = requests;
        this.own = List.copyOf(own);
        this.clock = clock;
    }

    /** The last run of each part; none of a part that was never verified. */
    public Map<VerifiedPart, VerificationRun> last() {
        Map<VerifiedPart, VerificationRun> runs = new EnumMap<>(VerifiedPart.class);
        for (VerifiedPart part : VerifiedPart.values()) {
            VerificationRuns.last(ledger, part, clock).ifPresent(run -> runs.put(part, run));
        }
        return runs;
    }

    /** Begins to verify what this side owns, and asks the other side; a part that is being verified goes on. */
    public void start() {
        requests.ask();
        own.forEach(VerificationRuns::start);
    }
}
