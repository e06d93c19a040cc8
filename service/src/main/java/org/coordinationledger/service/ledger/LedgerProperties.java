package org.coordinationledger.service.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the ledger is stored.
 *
 * @param mongodbUri a MongoDB; blank or absent for the embedded store
 * @param dataDir the folder of the embedded store
 * @param database the name of the database, unless the address names one
 */
@ConfigurationProperties("ledger")
record LedgerProperties(@Nullable String mongodbUri, Path dataDir, String database) {

}
