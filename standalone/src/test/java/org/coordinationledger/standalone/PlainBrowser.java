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
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Somebody whose browser logs in, shows pages and goes on to where it is sent; it keeps cookies and runs no scripts. For
 * what has to be quick; {@link Visitor} looks at pages as people do.
 */
final class PlainBrowser {

    private final URI server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * A page that came back.
     *
     * @param address its path and query, after all redirects
     */
    record Shown(int status, Document page, String address) {

        /** What people read on the page. */
        String words() {
            Element main = page.getElementById("main");
            return main == null ? page.text() : main.text();
        }
    }

    private PlainBrowser(URI server) {
        this.server = server;
    }

    static PlainBrowser loggedIn(URI server, String user, String password) {
        PlainBrowser browser = new PlainBrowser(server);
        Shown asked = browser.open("/console/login");
        FormElement login = (FormElement) asked.page().selectXpath("//form[.//input[@name='username']]").first();
        assertThat(login).as(asked.words()).isNotNull();
        login.select("[name=username]").val(user);
        login.select("[name=password]").val(password);
        Shown in = browser.send(login);
        assertThat(in.page().getElementById("username")).as("%s is still asked to log in", user).isNull();
        return browser;
    }

    Shown open(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    private Shown send(FormElement form) {
        String body = form.formData().stream()
                .map(field -> encoded(field.key()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.resolve(form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Shown send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Accept", "text/html").header("Accept-Language", "vi").build(),
                    HttpResponse.BodyHandlers.ofString());
            String query = response.uri().getRawQuery();
            return new Shown(
                    response.statusCode(),
                    Jsoup.parse(response.body(), response.uri().toString()),
                    response.uri().getRawPath() + (query == null ? "" : "?" + query));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }
}
