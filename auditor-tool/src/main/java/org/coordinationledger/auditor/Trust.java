package org.coordinationledger.auditor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.tlog.VerifierKey;

/** Reading keys and opening checkpoints, with faults in place of refusals. */
final class Trust {

    private static final int MOST_KEYS = 16;

    private Trust() {}

    /** Keys of a text, one a line; empty lines and lines that begin with {@code #} do not count. */
    static List<VerifierKey> keys(byte[] text) {
        List<String> lines = new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .limit(MOST_KEYS + 1L)
                .toList();
        if (lines.isEmpty() || lines.size() > MOST_KEYS) {
            throw new RefusedException(RefusedException.Reason.KEY, "%d keys".formatted(lines.size()));
        }
        return lines.stream().map(VerifierKey::parse).toList();
    }

    static byte[] text(List<VerifierKey> keys) {
        StringBuilder text = new StringBuilder();
        keys.forEach(k -> text.append(k.text()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Opens a checkpoint; {@code place} is named if it is refused. */
    static Opened open(TrustPolicy policy, byte[] note, String place) {
        try {
            return policy.open(note);
        } catch (RefusedException e) {
            throw FaultException.of(Fault.CHECKPOINT_REFUSED, FaultException.NOWHERE, e, place);
        }
    }

    /** Keys that a log publishes and that are not among the known ones. */
    static List<VerifierKey> unknown(List<VerifierKey> published, List<VerifierKey> known) {
        return published.stream().filter(k -> !known.contains(k)).toList();
    }

    /** The witnesses that cosigned, by name. */
    static List<String> cosigners(Opened opened) {
        return opened.cosignatures().stream()
                .map(c -> c.witness().name())
                .toList();
    }
}
