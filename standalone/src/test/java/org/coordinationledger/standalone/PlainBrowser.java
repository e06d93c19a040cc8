package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Somebody whose browser shows pages and sends forms and does nothing else: it keeps cookies, runs no scripts and follows
 * no redirect by itself. For what has to be quick; {@link Visitor} looks at pages as people do.
 */
final class PlainBrowser {

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    /** What came back. */
    record Answer(int status, String html, String location) {

        /** The value of the field of this name that comes first; empty where there is none. */
        String field(String name) {
            Matcher field = Pattern.compile("<input[^>]*name=\"" + Pattern.quote(name) + "\"[^>]*>").matcher(html);
            if (!field.find()) {
                return "";
            }
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(field.group());
            return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
        }

        /** The first digest of a text that a field of this name offers; empty where it offers none. */
        String firstDigest(String name) {
            Matcher offered = Pattern.compile(
                            "name=\"" + Pattern.quote(name) + "\".*?<option value=\"([0-9a-f]{64})\"", Pattern.DOTALL)
                    .matcher(html);
            return offered.find() ? offered.group(1) : "";
        }
    }

    private PlainBrowser(URI server) {
        this.server = server;
    }

    static PlainBrowser loggedIn(URI server, String user, String password) {
        PlainBrowser browser = new PlainBrowser(server);
        Answer form = browser.get("/console/login");
        Answer in = browser.post("/console/login", Map.of(
                "_csrf", form.field("_csrf"), "username", user, "password", password));
        assertThat(in.status()).as(user).isEqualTo(302);
        return browser;
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)).header("Accept-Language", "vi").GET());
    }

    Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Accept-Language", "vi")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }
}
