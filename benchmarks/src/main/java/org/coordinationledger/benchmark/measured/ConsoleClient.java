package org.coordinationledger.benchmark.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who has logged in to the console. Pages and files come as a browser gets them, compressed. */
final class ConsoleClient {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern FILE =
            Pattern.compile("<(?:link|script)[^>]*?(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"");

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private ConsoleClient(URI address) {
        this.address = address;
    }

    /**
     * A page or a file.
     *
     * @param nanos from sending the request until its whole body was read
     * @param bytes of the body as it was sent
     */
    record Page(long nanos, int bytes) {}

    /** Logs in. */
    static ConsoleClient login(URI address, String user, String password) {
        ConsoleClient client = new ConsoleClient(address);
        Matcher token = TOKEN.matcher(client.text("/console/login"));
        if (!token.find()) {
            throw new IllegalStateException("the login page has no token");
        }
        String form = field("username", user) + "&" + field("password", password) + "&" + field("_csrf", token.group(1))
                + "&" + field("then", "/console");
        String home = client.send(client.request("/console/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(), HttpResponse.BodyHandlers.ofString())
                .body();
        if (home.contains("id=\"password\"")) {
            throw new IllegalStateException("the console did not let the client in");
        }
        return client;
    }

    private static String field(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String text(String path) {
        return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Gets a page or a file. */
    Page get(String path) {
        HttpRequest request = request(path).header("Accept-Encoding", "gzip").GET().build();
        long start = System.nanoTime();
        byte[] body = send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        return new Page(System.nanoTime() - start, body.length);
    }

    /** The styles, scripts and pictures that a page asks for. */
    Set<String> filesOf(String path) {
        Set<String> files = new LinkedHashSet<>();
        Matcher file = FILE.matcher(text(path));
        while (file.find()) {
            files.add(file.group(1));
        }
        return files;
    }

    /** Listens to what is new, until the reader is closed or the service ends the connection. */
    LiveReader listen(long after) {
        return LiveReader.on(http, request("/console/live?after=" + after)
                .timeout(Duration.ofMinutes(4))
                .header("Accept", "text/event-stream")
                .GET()
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LONGEST_ANSWER);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> answer = http.send(request, handler);
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(request.uri() + " was answered with " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }
}
