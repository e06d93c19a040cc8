package org.coordinationledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody outside the process, who knows the address, the logins from the demo's file, and nothing else. */
final class OutsideClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SEALING = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final Map<String, String> passwords;
    private final Map<String, String> usersByOrganisationName;

    /** @param logins the CSV file that the demonstration writes */
    OutsideClient(URI server, Path logins) {
        this.server = server;
        try {
            List<String[]> rows = Files.readAllLines(logins).stream()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .toList();
            this.passwords =
                    rows.stream().collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
            this.usersByOrganisationName = rows.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            cells -> cells[3].replace("\"", ""), cells -> cells[0], (first, second) -> first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer; {@code body} is JSON null where there is none. */
    record Answer(int status, Map<String, List<String>> headers, JsonNode body, String text) {

        String problem() {
            return body.path("type").asString("");
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    /** Somebody who acts for an organisation. */
    String userOf(String organisation) throws IOException {
        String name = get("auditor", "/api/v1/organisations/" + organisation)
                .body()
                .at("/state/name")
                .asString();
        return Objects.requireNonNull(usersByOrganisationName.get(name), name);
    }

    /** What somebody logs in with. */
    String passwordOf(String user) {
        return Objects.requireNonNull(passwords.get(user), user);
    }

    Answer get(String user, String path) throws IOException {
        return send(request(user, path).GET().build());
    }

    /** The bytes of a file, which MUST be given. */
    byte[] getFile(String user, String path) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request(user, path).GET().build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(path + ": " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    Answer post(String user, String path, String body) throws IOException {
        return post(user, path, body, Map.of());
    }

    Answer post(String user, String path, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = request(user, path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(body)).build());
    }

    /** Sends a text as it is. */
    Answer postText(String user, String path, String text) throws IOException {
        return send(request(user, path)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .POST(BodyPublishers.ofString(text))
                .build());
    }

    /** Sends a file of records as it is. */
    Answer postFile(String user, String path, String csv) throws IOException {
        return send(request(user, path)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv))
                .build());
    }

    /** Asks without saying who asks. */
    Answer getAnonymously(String path) throws IOException {
        return send(request(null, path).GET().build());
    }

    /** So many entries the newest checkpoint covers; 0 before the first. */
    long sealed() throws IOException {
        Answer checkpoint = getAnonymously("/log/checkpoint");
        return checkpoint.status() == 404 ? 0 : Long.parseLong(checkpoint.text().lines().toList().get(1));
    }

    /** Waits until the newest checkpoint covers the ledger's last entry. */
    void awaitSealed(LongSupplier tail) {
        Awaitility.await().atMost(SEALING).until(() -> sealed() > tail.getAsLong());
    }

    private HttpRequest.Builder request(@Nullable String user, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
        if (user != null) {
            byte[] credentials = (user + ":" + passwords.get(user)).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return request;
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode body = json
                    ? JsonMapper.shared().readTree(response.body())
                    : JsonMapper.shared().nullNode();
            return new Answer(response.statusCode(), response.headers().map(), body, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
