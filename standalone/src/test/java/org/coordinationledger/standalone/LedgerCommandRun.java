package org.coordinationledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.coordinationledger.ledger.testing.MongoServers;
import org.jspecify.annotations.Nullable;

/** One run of {@code ledger} in a process of its own, so that its environment can name a MongoDB. */
record LedgerCommandRun(int code, String said) {

    private static final int PATIENCE_SECONDS = 120;

    /**
     * Runs it to its end.
     *
     * @param mongodbUri null for the embedded store
     * @throws IllegalStateException if it does not end
     */
    static LedgerCommandRun of(@Nullable String mongodbUri, Object... arguments) throws IOException {
        Path said = MongoServers.temporaryFolder("ledger-command").resolve("said");
        Process process = LedgerProcess.builder(mongodbUri, arguments).redirectOutput(said.toFile()).start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end: " + Files.readString(said));
            }
            return new LedgerCommandRun(process.exitValue(), Files.readString(said));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
