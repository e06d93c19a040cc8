package org.coordinationledger.ledger.sealing;

import java.net.URI;
import org.coordinationledger.tlog.KeyKind;
import org.coordinationledger.tlog.VerifierKey;

/**
 * Somebody else who remembers the newest checkpoint and cosigns only what goes on from it (C2SP tlog-witness).
 *
 * @param key     what its cosignatures are verified with
 * @param address where it takes checkpoints; {@code add-checkpoint} is asked for below it
 */
public record Witness(VerifierKey key, URI address) {

    public Witness {
        if (key.kind() != KeyKind.COSIGNATURE) {
            throw new IllegalArgumentException(key.name() + " is no key of a witness: it must be of the kind cosignature/v1");
        }
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("the witness " + key.name() + " needs an address with http or https");
        }
    }

    /** A witness from its verifier key's text and its address. */
    public static Witness of(String verifierKey, URI address) {
        return new Witness(VerifierKey.parse(verifierKey), address);
    }

    public String name() {
        return key.name();
    }

    URI addCheckpoint() {
        String prefix = address.toString();
        return URI.create(prefix + (prefix.endsWith("/") ? "" : "/") + "add-checkpoint");
    }
}
