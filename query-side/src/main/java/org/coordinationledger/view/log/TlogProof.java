package org.coordinationledger.view.log;

import java.util.Base64;
import java.util.List;

/** A proof of one entry in the form of C2SP tlog-proof. */
final class TlogProof {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    private TlogProof() {}

    static String of(long index, List<byte[]> path, String checkpoint) {
        StringBuilder proof = new StringBuilder(FIRST_LINE).append("\nindex ").append(index).append('\n');
        path.forEach(hash -> proof.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return proof.append('\n').append(checkpoint).toString();
    }
}
