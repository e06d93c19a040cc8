package org.coordinationledger.service.personaldata;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where members' data keys are.
 *
 * @param kekFile the keys that wrap them, base64 of 32 bytes on each line, the current one first; made at the first start
 *     with the embedded store, required with a MongoDB
 * @param mongodbUri a MongoDB of its own for them; blank or absent for a database of their own beside the ledger's
 */
@ConfigurationProperties("ledger.keys")
record KeysProperties(Path kekFile, @Nullable String mongodbUri) {}
