package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A recorder who has logged in to the console and asks for pages. */
final class ConsoleReader {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final QuerySide side;
    private final String cookies;

    private ConsoleReader(QuerySide side, String cookies) {
        this.side = side;
        this.cookies = cookies;
    }

    static ConsoleReader login(QuerySide side) {
        HttpResponse<String> page = side.send(side.request("/console/login", "recorder")).response();
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> in = side.send(side.request("/console/login", "recorder")
                        .header("Cookie", cookies(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=recorder&password=%s&_csrf=%s"
                                .formatted(encoded(QuerySide.PASSWORD), encoded(token.group(1))))))
                .response();
        assertThat(in.statusCode()).isEqualTo(302);
        return new ConsoleReader(side, cookies(in));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    /** A request of this reader, to be sent as it is. */
    HttpRequest.Builder request(String path) {
        return side.request(path, "recorder").header("Cookie", cookies);
    }

    HttpResponse<String> get(String path) {
        return side.send(request(path)).response();
    }

    /** A page that MUST be there, with all that was recorded so far in the views. */
    String page(String path) {
        HttpResponse<String> response =
                get(path + (path.contains("?") ? "&" : "?") + "waitForPosition=" + side.lastPosition());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }
}
