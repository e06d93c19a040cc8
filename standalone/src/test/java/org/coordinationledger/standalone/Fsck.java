package org.coordinationledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tessera's checker of tlog-tiles logs, which nobody here wrote: the program that the environment names as
 * {@value #PROGRAM}. It says that a log holds in its text and not in its exit code.
 *
 * @param keyFile with the log's verifier key
 */
record Fsck(Path program, Path keyFile, String credentials) {

    static final String PROGRAM = "LEDGER_FSCK";

    private static final int PATIENCE_SECONDS = 120;

    /** Empty, which is said, where the environment names none. */
    static Optional<Fsck> named(Path keyFile, String vkey, String user, String password) throws IOException {
        String named = System.getenv(PROGRAM);
        if (named == null || named.isBlank()) {
            System.out.println(PROGRAM + " names no program: the log is checked by the auditor alone");
            return Optional.empty();
        }
        Files.writeString(keyFile, vkey);
        return Optional.of(new Fsck(Path.of(named), keyFile, user + ":" + password));
    }

    /** Whether it says that the whole log holds. */
    boolean agrees(URI server) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "-storage_url", "http://" + credentials + "@" + server.getAuthority() + "/log/",
                        "-public_key", keyFile.toString(),
                        "-ui=false"))
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end: " + said);
            }
            System.out.println("fsck: " + said.strip().replaceAll("(?s).*\n", ""));
            return said.contains("Successfully fsck'd log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
