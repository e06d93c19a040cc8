package org.coordinationledger.service.sealing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the ledger is signed with and where its last checkpoint is pinned.
 *
 * @param keyFile see {@link LogKeyFile}; made at the first start with the embedded store
 * @param pinDir  a folder outside of the database that every process which may seal sees; made at the first start with the
 *                embedded store
 * @param origin  the name under which the log signs; blank or absent for the ledger's own id. It MUST NOT change
 * @param witnesses who is asked to cosign; none by default
 */
@ConfigurationProperties("ledger.log")
record LogProperties(Path keyFile, Path pinDir, @Nullable String origin, @DefaultValue List<WitnessSettings> witnesses) {

    /**
     * Somebody who cosigns checkpoints.
     *
     * @param vkey the witness' verifier key
     * @param url  where it takes checkpoints, without {@code add-checkpoint}
     */
    record WitnessSettings(String vkey, URI url) {}
}
