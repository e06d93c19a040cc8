package org.coordinationledger.benchmark.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What was measured, printed and kept in a file line by line, so that a run that is broken off leaves what it has. */
public final class Report {

    private final Path file;

    /** Begins a report, in the place of one that is there, with what the machine is. */
    public Report(Path file, String title) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            line("%s", "# " + title);
            line("");
            line("%s; Java %s on %s %s %s, %d processors, %s; load when begun: %s", Instant.now(),
                    Runtime.version(), System.getProperty("os.name"), System.getProperty("os.version"),
                    System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
                    fact("/proc/cpuinfo", "model name"), fact("/proc/loadavg", ""));
            line("%s", fact("/proc/meminfo", "MemTotal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fact(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    public void heading(String text) {
        line("");
        line("%s", "## " + text);
        line("");
    }

    /** Adds a line, formatted as by {@link String#format}. */
    public void line(String format, Object... arguments) {
        String text = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
        System.out.println(text);
        try {
            Files.write(file, List.of(text), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
