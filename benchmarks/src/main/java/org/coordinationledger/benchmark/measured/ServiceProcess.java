package org.coordinationledger.benchmark.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** One side of the service in a process of its own with a bounded heap, and a client that is its administrator. */
public final class ServiceProcess implements AutoCloseable {

    /** Somebody who may read the whole log. */
    static final String AUDITOR = "auditor";

    static final String PASSWORD = "for-measuring-only";
    private static final String USER = "administrator";
    private static final Duration LONGEST_START = Duration.ofHours(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    private final Process process;
    private final Path collections;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final long started = System.nanoTime();

    private ServiceProcess(Process process, Path collections, URI address) {
        this.process = process;
        this.collections = collections;
        this.address = address;
    }

    /**
     * An answer and how long it took.
     *
     * @param nanos from sending the request until its whole body was read
     */
    public record Answer(int status, JsonNode body, long nanos) {}

    /**
     * Starts a side; does not wait for it.
     *
     * @param jar the side's own executable jar
     * @param folder for its users, keys and logs
     * @param heap as {@code -Xmx} takes it
     */
    public static ServiceProcess start(Path jar, Path folder, String mongodbUri, String heap) {
        try {
            Files.createDirectories(folder);
            prepare(folder);
            int port = freePort();
            String name = jar.getFileName() + "-" + System.nanoTime();
            Path collections = folder.resolve(name + ".gc.log");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx" + heap,
                            "-Xlog:gc:file=" + collections + ":uptime:filecount=0",
                            "-Daxoniq.update-checker.disabled=true",
                            "-jar", jar.toString(),
                            "--server.port=" + port,
                            "--ledger.data-dir=" + folder,
                            "--ledger.mongodb-uri=" + mongodbUri,
                            "--ledger.reading=everything",
                            "--ledger.authority=logins"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile())
                    .start();
            return new ServiceProcess(process, collections, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(Path folder) throws IOException {
        UsersFile users = new UsersFile(folder.resolve("users.json"));
        if (!users.exists()) {
            String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
            users.write(List.of(
                    new User(USER, hash, "P-administrator", new OrganisationId("administration"), Role.ADMINISTRATOR),
                    new User(AUDITOR, hash, "P-auditor", new OrganisationId("administration"), Role.AUDITOR)));
        }
        Path key = folder.resolve("kek");
        if (!Files.exists(key)) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            Files.write(key, Base64.getEncoder().encode(fresh));
            Files.write(folder.resolve("log-key"), Base64.getEncoder().encode(fresh));
            Files.createDirectories(folder.resolve("log-pin"));
        }
    }

    /** Waits until it is ready and returns how long that took since it was started. */
    public Duration awaitReady() {
        long deadline = started + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the service ended; see the logs beside " + collections);
            }
            try {
                HttpRequest ask = HttpRequest.newBuilder(address.resolve("/health/readiness"))
                        .timeout(LONGEST_ANSWER)
                        .build();
                if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - started);
                }
            } catch (IOException e) {
                // not listening yet
            } catch (InterruptedException e) {
                throw stopped(e);
            }
            pause(50);
        }
        throw new IllegalStateException("the service was not ready within " + LONGEST_START);
    }

    /** Where it answers. */
    URI address() {
        return address;
    }

    /** Reads an address. */
    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Reads an address that answers with a text. */
    String text(String path) {
        return new String(answer(request(path).GET().build()).body(), StandardCharsets.UTF_8);
    }

    /** Sends a command, or asks for an operation. */
    public Answer post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /**
     * The ids of a page of a list.
     *
     * @throws IllegalStateException if it is empty, so that nothing is measured on nothing
     */
    List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        get(path).body().path("items").forEach(item -> ids.add(item.path("id").asString()));
        if (ids.isEmpty()) {
            throw new IllegalStateException("a list that is measured is empty: " + path);
        }
        return ids;
    }

    /** Registers an organisation of a new name. */
    Answer register() {
        return post("/api/v1/organisations",
                "{\"effectiveOn\": \"2026-01-01\", \"kind\": \"CELL\", \"name\": \"Chi bộ " + UUID.randomUUID() + "\"}");
    }

    /** Logs in to its console. */
    ConsoleClient console() {
        return ConsoleClient.login(address, USER, PASSWORD);
    }

    /** The processor time that it has used. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", "Basic " + login);
    }

    private Answer send(HttpRequest request) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = answer(request);
        long nanos = System.nanoTime() - start;
        return new Answer(answer.statusCode(), EventJson.mapper().readTree(answer.body()), nanos);
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(request.uri() + " was answered with " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    /** Megabytes of the heap in use after a collection and before one, the most there ever were; resident ones too. */
    public record Memory(long afterCollection, long beforeCollection, long resident) {
        @Override
        public String toString() {
            return "heap %d MB after a collection, %d MB before one; resident %d MB (the most of each)"
                    .formatted(afterCollection, beforeCollection, resident);
        }
    }

    /** The memory it needed since it was started. */
    public Memory memory() {
        try {
            long before = 0;
            long after = 0;
            for (String line : Files.readAllLines(collections)) {
                Matcher collection = COLLECTION.matcher(line);
                if (collection.find()) {
                    before = Math.max(before, Long.parseLong(collection.group(1)));
                    after = Math.max(after, Long.parseLong(collection.group(2)));
                }
            }
            long resident = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
            return new Memory(after, before, resident);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped", e);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
