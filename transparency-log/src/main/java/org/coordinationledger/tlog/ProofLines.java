package org.coordinationledger.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.tlog.RefusedException.Reason;

/** Hashes of a proof, one a line in base 64. */
final class ProofLines {

    /** No proof needs more, since no log has more than 2<sup>63</sup> − 1 entries. */
    static final int MOST = 63;

    private ProofLines() {}

    static String write(List<Hash> proof) {
        return proof.stream().map(h -> h.base64() + "\n").collect(Collectors.joining());
    }

    static List<Hash> read(List<String> lines, Reason otherwise) {
        if (lines.size() > MOST) {
            throw new RefusedException(otherwise, "a proof of %d hashes".formatted(lines.size()));
        }
        List<Hash> proof = new ArrayList<>();
        for (String line : lines) {
            proof.add(StrictBase64.hash(line, otherwise));
        }
        return List.copyOf(proof);
    }

    static void check(List<Hash> proof, Reason otherwise) {
        if (proof.size() > MOST) {
            throw new RefusedException(otherwise, "a proof of %d hashes".formatted(proof.size()));
        }
    }
}
