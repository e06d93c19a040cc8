package org.coordinationledger.benchmark.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that run to their end and are measured. */
final class Program {

    private static final Duration LONGEST = Duration.ofMinutes(20);

    private Program() {}

    /**
     * A run that ended.
     *
     * @param seconds from its start to its end
     * @param said its output and what it told to be wrong
     */
    record Run(double seconds, int exitCode, String said) {

        /** This run, if it ended well. */
        Run well() {
            if (exitCode != 0) {
                throw new IllegalStateException("ended with " + exitCode + ": " + said);
            }
            return this;
        }
    }

    static Run run(List<String> command) {
        try {
            Path output = Files.createTempFile("measured", ".log");
            try {
                long start = System.nanoTime();
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command.get(0) + " did not end within " + LONGEST);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                return new Run(seconds, process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }
}
