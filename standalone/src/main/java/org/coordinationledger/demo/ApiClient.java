package org.coordinationledger.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the public HTTP API. What may succeed later is asked again, a bounded number of times. */
final class ApiClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(8)
            .delay(Duration.ofMillis(100))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(3))
            .includes(TryLaterException.class)
            .build());
    private final URI server;

    /** @param server such as {@code http://127.0.0.1:8080} */
    ApiClient(URI server) {
        this.server = server;
    }

    /** What the API answers to a recorded command. */
    record Receipt(String id, long position, long sequence, boolean repeated) {}

    /** The API refused, for the reason that the problem states. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String type;

        private RefusedException(int status, String type, String message) {
            super(message);
            this.status = status;
            this.type = type;
        }

        /** The problem's type, such as {@code briefing/already-over}; empty if the answer names none. */
        String type() {
            return type;
        }

        int status() {
            return status;
        }
    }

    /** The API is overloaded or not ready, or did not answer; nothing is known to be wrong. */
    private static final class TryLaterException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TryLaterException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Records a command, or stores a text. Sending it again under the same key records nothing twice.
     *
     * @throws RefusedException with status, type, title and detail of the problem in its message
     */
    Receipt post(Login by, String path, String requestKey, JsonNode body) {
        HttpRequest request = request(by, path, Map.of())
                .header("Content-Type", body.isString() ? "text/plain;charset=utf-8" : "application/json")
                .header("Idempotency-Key", requestKey)
                .POST(BodyPublishers.ofString(body.isString() ? body.asString() : body.toString()))
                .build();
        JsonNode answer = send(request);
        return new Receipt(
                answer.path("id").asString(""),
                answer.path("position").asLong(-1),
                answer.path("sequence").asLong(-1),
                answer.path("repeated").asBoolean(false));
    }

    /** Reads; {@code query} holds parameters by name. */
    JsonNode get(Login by, String path, Map<String, String> query) {
        return send(request(by, path, query).GET().build());
    }

    private HttpRequest.Builder request(Login by, String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
        byte[] credentials = (by.username() + ":" + by.password()).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path + parameters))
                .timeout(TIMEOUT)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private JsonNode send(HttpRequest request) {
        try {
            JsonNode answer = retries.execute(() -> sendOnce(request));
            return answer == null ? JSON.nullNode() : answer;
        } catch (RetryException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private JsonNode sendOnce(HttpRequest request) {
        HttpResponse<String> response;
        try {
            response = http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        } catch (IOException e) {
            throw new TryLaterException("no answer from " + request.uri() + ": " + e, e);
        }
        if (response.statusCode() == 503 || response.statusCode() == 429) {
            throw new TryLaterException(problem(response), null);
        }
        if (response.statusCode() >= 400) {
            throw new RefusedException(response.statusCode(), type(response), problem(response));
        }
        return JSON.readTree(response.body());
    }

    private static String type(HttpResponse<String> response) {
        return isJson(response)
                ? JSON.readTree(response.body()).path("type").asString("").replaceFirst("^/problems/", "")
                : "";
    }

    private static boolean isJson(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    private static String problem(HttpResponse<String> response) {
        String where = response.statusCode() + " from " + response.request().method() + " "
                + response.request().uri().getPath();
        if (!isJson(response)) {
            return where;
        }
        JsonNode problem = JSON.readTree(response.body());
        return "%s: %s %s %s"
                .formatted(
                        where,
                        problem.path("type").asString(""),
                        problem.path("title").asString(""),
                        problem.path("detail").asString(""))
                .strip();
    }
}
