package org.coordinationledger.benchmark.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coordinationledger.ledger.testing.MongoServers;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what an auditor does with the log of a ledger that is there, over HTTP and with the auditor's own program, each
 * time beside a program that nobody here wrote and that does the same work or less of it.
 *
 * <p>Every run is a process of its own, so that its start counts. Rounds alternate between the two, so that what else the
 * machine does falls on both.
 */
public final class LogAtSize {

    private static final int ROUNDS = 3;
    private static final int PROOFS = 500;
    private static final String AT_ONCE = "4";
    private static final String HEAP = "-Xmx256m";
    private static final String HOLDS = "Successfully fsck'd log";

    private final Path querySide;
    private final Path commandSide;
    private final Path auditor;
    private final @Nullable Path fsck;
    private final Path folder;
    private final String uri;
    private final String heap;
    private final Report report;
    private final Path work = MongoServers.temporaryFolder("log-at-size");

    /**
     * What is measured.
     *
     * @param fsck Tessera's checker, or null if there is none
     * @param folder for users, keys and logs of the service, of this database alone: the pin in it is of its ledger
     * @param heap of each side, as {@code -Xmx} takes it
     */
    public LogAtSize(
            Path querySide,
            Path commandSide,
            Path auditor,
            @Nullable Path fsck,
            Path folder,
            String uri,
            String heap,
            Report report) {
        this.querySide = querySide;
        this.commandSide = commandSide;
        this.auditor = auditor;
        this.fsck = fsck;
        this.folder = folder;
        this.uri = uri;
        this.heap = heap;
        this.report = report;
    }

    /** Has the whole ledger sealed, then measures on it. */
    public void measure() {
        try (ServiceProcess commands = ServiceProcess.start(commandSide, folder, uri, heap)) {
            commands.awaitReady();
            try (ServiceProcess service = ServiceProcess.start(querySide, folder, uri, heap)) {
                service.awaitReady();
                long size = sealed(service);
                report.line("%,d entries in the checkpoint", size);
                mirrors(service, size);
                proofs(service, size);
                verification(service, size);
                report.line("memory of the query side: %s", service.memory());
            }
        }
    }

    /** Waits until everything is in a checkpoint and returns how many entries that are. */
    private static long sealed(ServiceProcess service) {
        long before = -1;
        long size = size(service);
        while (size != before || size == 0) {
            ServiceProcess.pause(3_000);
            before = size;
            size = size(service);
        }
        return size;
    }

    private static long size(ServiceProcess service) {
        return Long.parseLong(service.text("/log/checkpoint").lines().skip(1).findFirst().orElseThrow());
    }

    private void mirrors(ServiceProcess service, long size) {
        report.heading("Mirroring over loopback: the auditor beside curl, each with " + AT_ONCE + " requests at once");
        write("vkey", service.text("/log/vkey"));
        write("password", ServiceProcess.PASSWORD);
        mirror(service, work.resolve("mirror"));
        List<Path> files = files(work.resolve("mirror"));
        long bytes = files.stream().mapToLong(LogAtSize::bytes).sum();
        report.line("%,d files of %,.1f MB, %,.0f bytes an entry with its hashes; a first mirror is not counted",
                files.size(), bytes / 1e6, (double) bytes / size);
        for (int round = 0; round < ROUNDS; round++) {
            double plain = download(service, files);
            double verified = mirror(service, work.resolve("mirror-" + round));
            report.line("curl, which verifies nothing: %.1f s, %.0f MB/s; auditor mirror, which verifies all: %.1f s,"
                    + " %.0f MB/s, %,.0f entries/s", plain, bytes / 1e6 / plain, verified, bytes / 1e6 / verified,
                    size / verified);
            delete(work.resolve("mirror-" + round));
        }
        report.line("auditor mirror once more, nothing new: %.1f s", mirror(service, work.resolve("mirror")));
    }

    private double mirror(ServiceProcess service, Path target) {
        return auditor("mirror", service.address().toString(), target.toString()).seconds();
    }

    private Program.Run auditor(String verb, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-jar", auditor.toString(),
                verb, "--lang=en", "--user=" + ServiceProcess.AUDITOR, "--password-file=" + work.resolve("password"),
                "--key-file=" + work.resolve("vkey")));
        command.addAll(List.of(arguments));
        return Program.run(command).well();
    }

    /** Fetches the same files with curl and throws away what it wrote. */
    private double download(ServiceProcess service, List<Path> files) {
        Path mirror = work.resolve("mirror");
        Path target = work.resolve("plain");
        String asked = files.stream()
                .map(file -> mirror.relativize(file).toString())
                .map(path -> "url = \"%s/log/%s\"%noutput = \"%s\"%n".formatted(
                        service.address(), path, target.resolve(path)))
                .collect(Collectors.joining());
        write("asked", asked);
        double seconds = Program.run(List.of(
                        "curl", "--silent", "--show-error", "--fail", "--parallel", "--parallel-max", AT_ONCE,
                        "--create-dirs", "--user", ServiceProcess.AUDITOR + ":" + ServiceProcess.PASSWORD,
                        "--config", work.resolve("asked").toString()))
                .well()
                .seconds();
        long fetched = files(target).stream().mapToLong(LogAtSize::bytes).sum();
        if (fetched != files.stream().mapToLong(LogAtSize::bytes).sum()) {
            throw new IllegalStateException("curl fetched other files than the auditor");
        }
        delete(target);
        return seconds;
    }

    private void proofs(ServiceProcess service, long size) {
        report.heading("Inclusion proofs over HTTP, milliseconds");
        report.line("| what | requests | median | 95% | longest |");
        report.line("|---|---|---|---|---|");
        Random random = new Random(7);
        for (String round : List.of("not counted", "entries never asked for before")) {
            Timings timings = new Timings();
            for (int i = 0; i < PROOFS; i++) {
                long start = System.nanoTime();
                service.text("/api/v1/entries/" + random.nextLong(size) + "/proof");
                timings.add(System.nanoTime() - start);
            }
            report.line("| %s | %s |", round, timings.cells());
        }
    }

    private void verification(ServiceProcess service, long size) {
        report.heading("Verification: the auditor, " + HEAP + ", beside Tessera's fsck");
        Path mirror = work.resolve("mirror");
        for (int round = 0; round < ROUNDS; round++) {
            verified("auditor verify, a folder", size, auditor("verify", mirror.toString()).seconds());
            checked("fsck, the same folder", size, "file://" + mirror + "/");
        }
        for (int round = 0; round < ROUNDS; round++) {
            verified("auditor verify, over loopback", size, auditor("verify", service.address().toString()).seconds());
            checked("fsck, over loopback", size, "http://" + ServiceProcess.AUDITOR + ":" + ServiceProcess.PASSWORD + "@"
                    + service.address().getAuthority() + "/log/");
        }
    }

    private void verified(String what, long size, double seconds) {
        report.line("%s: %.2f s, %,.0f entries/s", what, seconds, size / seconds);
    }

    private void checked(String what, long size, String storage) {
        if (fsck == null) {
            report.line("%s: not measured, since there is none", what);
            return;
        }
        Program.Run run = Program.run(List.of(fsck.toString(), "-storage_url", storage, "-public_key",
                work.resolve("vkey").toString(), "-N", AT_ONCE, "-ui=false"));
        if (!run.said().contains(HOLDS)) {
            throw new IllegalStateException("fsck does not agree: " + run.said());
        }
        verified(what, size, run.seconds());
    }

    private void write(String name, String text) {
        try {
            Files.writeString(work.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tiles and bundles of a mirror. */
    private static List<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root.resolve("tile"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path target) {
        try {
            FileSystemUtils.deleteRecursively(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
