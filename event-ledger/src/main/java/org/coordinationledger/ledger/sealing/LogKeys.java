package org.coordinationledger.ledger.sealing;

import java.util.List;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.KeyKind;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.tlog.SignerKey;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.VerifierKey;

/** The keys under which a log signs its checkpoints; each signs every checkpoint, and each is believed. */
public final class LogKeys {

    private final List<SignerKey> signers;
    private final TrustPolicy policy;

    private LogKeys(List<SignerKey> signers) {
        this.signers = signers;
        this.policy = new TrustPolicy(signers.stream().map(SignerKey::verifier).toList(), List.of(), 0);
    }

    /**
     * The keys made from these seeds.
     *
     * @param origin the name of the log, without spaces and plus signs
     * @param seeds  32 random bytes each, the current key's first
     * @throws RefusedException if the name or a seed cannot be used
     */
    public static LogKeys of(String origin, List<byte[]> seeds) {
        return new LogKeys(seeds.stream().map(seed -> SignerKey.ofSeed(origin, KeyKind.NOTE, seed)).toList());
    }

    /** The name of the log. */
    public String origin() {
        return policy.origin();
    }

    /** The verifier keys in their text form, the current one first. */
    public List<String> verifierKeys() {
        return policy.logKeys().stream().map(VerifierKey::text).toList();
    }

    /** A checkpoint signed by all keys. */
    String sign(long size, Hash root) {
        return new Checkpoint(origin(), size, root).sign(signers.toArray(SignerKey[]::new)).note();
    }

    /**
     * What a checkpoint says that one of the keys signed.
     *
     * @param where where it was found, for the message
     * @throws HistoryBrokenException if it is damaged, of another log, or signed by none of the keys
     */
    Checkpoint open(String note, String where) {
        try {
            return policy.open(SignedNote.parse(note)).checkpoint();
        } catch (RefusedException e) {
            String message = switch (e.reason()) {
                case NO_KNOWN_SIGNATURE -> "is signed by none of the keys of this log, " + origin();
                case OTHER_LOG -> "is none of this log, " + origin();
                default -> "is damaged: " + e.getMessage();
            };
            throw HistoryBrokenException.contradiction("the checkpoint in the " + where + " " + message);
        }
    }
}
