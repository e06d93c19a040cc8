package org.coordinationledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tessera's checker of tlog-tiles logs, which nobody here wrote: the program that the environment names as
 * {@value #PROGRAM}. It says that a log holds in its text and not in its exit code. Each of its workers ends at the first tile
 * that differs, and once none is left it waits for ever to hand on the next tile: so it is given more workers than there are
 * tiles.
 *
 * @param keyFile with the log's verifier key
 */
record Fsck(Path program, Path keyFile, String credentials) {

    static final String PROGRAM = "LEDGER_FSCK";

    private static final int WORKERS = 64;
    private static final int PATIENCE_SECONDS = 60;
    private static final int LONGEST = 300;

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

    /**
     * Whether it says that the whole log holds.
     *
     * @throws IllegalStateException if it does not end
     */
    boolean agrees(URI server) throws IOException {
        Path said = keyFile.resolveSibling("fsck-said");
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "-storage_url", "http://" + credentials + "@" + server.getAuthority() + "/log/",
                        "-public_key", keyFile.toString(),
                        "-N", String.valueOf(WORKERS),
                        "-ui=false"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(said);
            text.lines()
                    .filter(line -> line.contains("fsck.go") || line.contains("main.go"))
                    .forEach(line -> System.out.println("fsck: " + line.substring(0, Math.min(line.length(), LONGEST))));
            if (!ended) {
                throw new IllegalStateException("it does not end: " + text);
            }
            return text.contains("Successfully fsck'd log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
