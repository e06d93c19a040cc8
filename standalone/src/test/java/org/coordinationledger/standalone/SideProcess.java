package org.coordinationledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** One process of the command side or the query side, from the jar that its image holds, on a loopback address. */
final class SideProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int LINES_SHOWN = 40;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path folder;
    private final Path log;
    private final int port;
    private Process process;

    private SideProcess(
            String name, Path jar, Map<String, String> environment, Path folder) throws IOException {
        this.name = name;
        this.port = freePort();
        this.folder = Files.createDirectory(folder.resolve(name));
        this.log = this.folder.resolve("output.log");
        this.environment = environment;
        this.command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + this.folder,
                "-jar",
                jar.toString());
        this.process = launch();
    }

    /**
     * Starts it and does not wait.
     *
     * @param environment all that it finds in its environment, beside the address to listen on
     * @param folder where it gets a folder of its own
     */
    static SideProcess start(String name, Path jar, Map<String, String> environment, Path folder) {
        try {
            return new SideProcess(name, jar, environment, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it says that it is ready. */
    SideProcess awaitReady() {
        Awaitility.await(name + " is ready").atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended before it was ready:\n" + lastLines());
            }
            return ready();
        });
        return this;
    }

    boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/health/readiness"))
                .timeout(ANSWER)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again at the same address; does not wait. */
    SideProcess restart() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The lines of its log that tell of something worse than a warning. */
    List<String> errors() {
        return lines().stream().filter(line -> line.contains(" ERROR ")).toList();
    }

    /** All that it logged so far. */
    List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastLines() {
        List<String> lines = new ArrayList<>(lines());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        kill();
    }
}
