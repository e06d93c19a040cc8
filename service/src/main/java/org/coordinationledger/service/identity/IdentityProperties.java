package org.coordinationledger.service.identity;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where users come from.
 *
 * @param usersFile see {@link UsersFile}; created with one administrator where it is absent
 * @param tokenKeyFile see {@link TokenKey}; made where it is absent
 * @param administration the id of the organisation that this first administrator acts for; see {@link Administration}
 * @param bcryptStrength of hashes that the service itself makes, 4 to 31
 */
@ConfigurationProperties("ledger.identity")
record IdentityProperties(
        Path usersFile,
        Path tokenKeyFile,
        @DefaultValue("administration") String administration,
        @DefaultValue("" + UsersFile.DEFAULT_STRENGTH) int bcryptStrength) {}
