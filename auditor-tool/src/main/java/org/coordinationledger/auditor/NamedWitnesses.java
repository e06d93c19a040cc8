package org.coordinationledger.auditor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.tlog.Cosignature;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.tlog.VerifierKey;
import org.coordinationledger.vocabulary.WitnessKey;
import org.jspecify.annotations.Nullable;

/** The witnesses that the parties of an agreement named in the ledger itself, and whether they cosigned a checkpoint. */
final class NamedWitnesses {

    /**
     * A witness.
     *
     * @param party whose it is
     * @param cosignedAt what its cosignature says, or null if there is none
     */
    record Named(String party, WitnessKey key, @Nullable Instant cosignedAt) {}

    private NamedWitnesses() {}

    /**
     * @param agreement all entries of the agreement, in order
     * @return for each party the witness that it named last
     */
    static List<Named> of(List<StoredEntry> agreement, Opened opened, List<VerifierKey> logKeys) {
        Timeline<AgreementEvent, AgreementState> timeline = AgreementState.TYPE.empty();
        for (StoredEntry entry : agreement) {
            timeline = timeline.plus(entry.step());
        }
        List<Named> named = new ArrayList<>();
        if (!timeline.phases().isEmpty()) {
            AgreementState last = timeline.phases().get(timeline.phases().size() - 1).state();
            for (Map.Entry<String, WitnessKey> one : last.witnesses().entrySet()) {
                named.add(new Named(one.getKey(), one.getValue(), cosignedAt(one.getValue(), opened, logKeys)));
            }
        }
        return named;
    }

    /** @throws FaultException if one has not cosigned */
    static void require(List<Named> named) {
        if (named.stream().anyMatch(one -> one.cosignedAt() == null)) {
            throw FaultException.of(
                    Fault.CHECKPOINT_REFUSED,
                    FaultException.NOWHERE,
                    new RefusedException(RefusedException.Reason.TOO_FEW_COSIGNATURES, "a party's witness"),
                    FolderLog.CHECKPOINT);
        }
    }

    private static @Nullable Instant cosignedAt(WitnessKey key, Opened opened, List<VerifierKey> logKeys) {
        VerifierKey witness = VerifierKey.parse(key.value());
        return new TrustPolicy(logKeys, List.of(witness), 0)
                .open(opened.note())
                .cosignatures()
                .stream()
                .findFirst()
                .map(Cosignature::at)
                .orElse(null);
    }
}
