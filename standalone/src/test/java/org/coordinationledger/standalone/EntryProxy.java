package org.coordinationledger.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.ledger.testing.MongoServers;

/** nginx with the committed configuration, in which only names, ports and paths are put in place. */
final class EntryProxy implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private EntryProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * The nginx program: on the path, or where Debian keeps it.
     *
     * @throws IllegalStateException if there is none although the environment requires real servers
     */
    static Optional<Path> program() {
        Optional<Path> found = Stream.concat(
                        Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "true".equals(System.getenv(MongoServers.REQUIRED))) {
            throw new IllegalStateException(MongoServers.REQUIRED + " is set, but there is no nginx on the path");
        }
        return found;
    }

    /** Starts it before the processes at these ports, in a new folder, and waits until it answers. */
    static EntryProxy start(String committed, List<Integer> commandSides, List<Integer> querySides) {
        Path folder = MongoServers.temporaryFolder("two-sides-nginx");
        Path program = program().orElseThrow(() -> new IllegalStateException("there is no nginx on the path"));
        int port = SideProcess.freePort();
        String configuration = committed;
        configuration = replaced(configuration, "server command-side:8080 resolve;", servers(commandSides));
        configuration = replaced(configuration, "server query-side:8080 resolve;", servers(querySides));
        configuration = replaced(configuration, "listen 8080;", "listen 127.0.0.1:" + port + ";");
        configuration = replaced(configuration, " /tmp/", " " + folder + "/");
        configuration = replaced(configuration, "/dev/stdout", folder.resolve("access.log").toString());
        configuration = replaced(configuration, "/dev/stderr", folder.resolve("error.log").toString());
        try {
            Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
            Process process = new ProcessBuilder(
                            program.toString(), "-p", folder.toString(), "-c", file.toString(),
                            "-e", folder.resolve("error.log").toString(), "-g", "daemon off;")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start();
            EntryProxy entry = new EntryProxy(process, port);
            entry.awaitAnswer(folder);
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException("deploy/nginx.conf has no '" + from + "' any more");
        }
        return text.replace(from, to);
    }

    /** What the name of a service stands for: the addresses of all its processes. */
    private static String servers(List<Integer> ports) {
        return ports.stream()
                .map(port -> "server 127.0.0.1:" + port + ";")
                .collect(Collectors.joining("\n        "));
    }

    private void awaitAnswer(Path folder) {
        Awaitility.await("nginx answers").atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("nginx ended: " + Files.readString(folder.resolve("nginx.log")));
            }
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Lets it end its workers, which would outlive it if it were killed. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
