package org.coordinationledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;

/** What a process in a test is told of where its ledger lies. */
final class StoreSettings {

    /** All processes of one ledger see one pin. */
    private static final Map<String, Path> PINS = new ConcurrentHashMap<>();

    private StoreSettings() {}

    /** For a ledger in a database, with keys that all processes of it have in common. */
    static List<String> of(TestServer server, TestDatabase database) throws IOException {
        Path key = MongoServers.temporaryFolder("keys").resolve("kek");
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        return List.of(
                "--ledger.mongodb-uri=" + server.connectionString(),
                "--ledger.database=" + database.name(),
                "--ledger.keys.mongodb-uri=" + server.connectionString(),
                "--ledger.keys.kek-file=" + key,
                "--ledger.log.key-file=" + key,
                "--ledger.log.pin-dir=" + PINS.computeIfAbsent(
                        database.name() + server.name(), name -> MongoServers.temporaryFolder("pin")));
    }
}
