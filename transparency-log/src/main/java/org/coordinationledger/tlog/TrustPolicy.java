package org.coordinationledger.tlog;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.tlog.RefusedException.Reason;

/**
 * Whose signatures count: the keys of one log, and the witnesses of whom at least {@code quorum} must have cosigned.
 *
 * @param logKeys one, or several while a key is replaced; all bear the log's origin as their name
 * @param quorum 0 if no witness is asked for
 */
public record TrustPolicy(List<VerifierKey> logKeys, List<VerifierKey> witnesses, int quorum) {

    /**
     * A checkpoint whose signatures were verified.
     *
     * @param signers those of the log's keys that signed it, one at least
     * @param cosignatures of known witnesses
     */
    public record Opened(
            Checkpoint checkpoint, SignedNote note, List<VerifierKey> signers, List<Cosignature> cosignatures) {
        public Opened {
            signers = List.copyOf(signers);
            cosignatures = List.copyOf(cosignatures);
        }
    }

    public TrustPolicy {
        logKeys = List.copyOf(logKeys);
        witnesses = List.copyOf(witnesses);
        if (logKeys.isEmpty() || logKeys.stream().anyMatch(k -> k.kind() != KeyKind.NOTE)) {
            throw new RefusedException(Reason.KEY, "a log is known by a key that signs notes");
        }
        if (logKeys.stream().map(VerifierKey::name).distinct().count() > 1) {
            throw new RefusedException(Reason.KEY, "keys of different logs");
        }
        if (witnesses.stream().anyMatch(k -> k.kind() != KeyKind.COSIGNATURE)) {
            throw new RefusedException(Reason.KEY, "a witness is known by a key that cosigns");
        }
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new RefusedException(
                    Reason.TOO_FEW_COSIGNATURES,
                    "%d witnesses asked for, %d known".formatted(quorum, witnesses.size()));
        }
    }

    /** The log's key alone. */
    public static TrustPolicy of(VerifierKey logKey) {
        return new TrustPolicy(List.of(logKey), List.of(), 0);
    }

    /** The log's origin. */
    public String origin() {
        return logKeys.get(0).name();
    }

    /**
     * Opens a signed checkpoint.
     *
     * @throws RefusedException if it is no checkpoint of this log, or not signed as it must be
     */
    public Opened open(SignedNote note) {
        List<VerifierKey> signers = note.verifiedBy(logKeys);
        if (signers.isEmpty()) {
            throw new RefusedException(
                    Reason.NO_KNOWN_SIGNATURE, "not signed with the known key of " + origin());
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(origin())) {
            throw new RefusedException(
                    Reason.OTHER_LOG, "a checkpoint of %s, not of %s".formatted(checkpoint.origin(), origin()));
        }
        List<Cosignature> cosignatures = cosignatures(note);
        if (cosignatures.size() < quorum) {
            throw new RefusedException(
                    Reason.TOO_FEW_COSIGNATURES,
                    "%d known witnesses cosigned, %d are asked for".formatted(cosignatures.size(), quorum));
        }
        return new Opened(checkpoint, note, signers, cosignatures);
    }

    /** Opens a signed checkpoint from its bytes. */
    public Opened open(byte[] note) {
        return open(SignedNote.parse(note));
    }

    private List<Cosignature> cosignatures(SignedNote note) {
        List<Cosignature> cosignatures = new ArrayList<>();
        for (VerifierKey witness : note.verifiedBy(witnesses)) {
            note.signatures().stream()
                    .filter(witness::isNamedBy)
                    .findFirst()
                    .flatMap(line -> Cosignature.of(witness, line))
                    .ifPresent(cosignatures::add);
        }
        return cosignatures;
    }
}
