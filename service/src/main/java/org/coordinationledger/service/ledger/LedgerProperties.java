package org.coordinationledger.service.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where the ledger is stored.
 *
 * @param mongodbUri a MongoDB; blank or absent for the embedded store
 * @param dataDir the folder of the embedded store
 * @param database the name of the database, unless the address names one
 * @param cacheSize how much of the streams this process remembers for deciding commands
 */
@ConfigurationProperties("ledger")
record LedgerProperties(@Nullable String mongodbUri, Path dataDir, String database, DataSize cacheSize) {

}
