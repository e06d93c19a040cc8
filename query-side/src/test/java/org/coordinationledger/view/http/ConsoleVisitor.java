package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A recorder who has logged in to the console of a running query side. */
final class ConsoleVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String USER = "recorder";

    private final QuerySide side;
    private final String user;
    private final String cookies;

    private ConsoleVisitor(QuerySide side, String user, String cookies) {
        this.side = side;
        this.user = user;
        this.cookies = cookies;
    }

    static ConsoleVisitor login(QuerySide side) {
        return login(side, USER);
    }

    static ConsoleVisitor login(QuerySide side, String user) {
        HttpResponse<String> page = side.send(side.request("/console/login", user)).response();
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> in = side.send(side.request("/console/login", user)
                        .header("Cookie", cookies(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=%s&password=%s&_csrf=%s"
                                .formatted(user, encoded(QuerySide.PASSWORD), encoded(token.group(1))))))
                .response();
        assertThat(in.statusCode()).isEqualTo(302);
        return new ConsoleVisitor(side, user, cookies(in));
    }

    /** A page, with all that was recorded so far. */
    String page(String path) {
        HttpResponse<String> response = response(path);
        assertThat(response.statusCode()).as(path + "\n" + response.body()).isEqualTo(200);
        return response.body();
    }

    HttpResponse<String> response(String path) {
        String whole = path + (path.contains("?") ? "&" : "?") + "waitForPosition=" + side.lastPosition();
        return get(whole);
    }

    /** What is answered to a request as it is. */
    HttpResponse<String> get(String path) {
        return side.send(request(path)).response();
    }

    /** A request of this visitor. */
    HttpRequest.Builder request(String path) {
        return side.request(path, user).header("Cookie", cookies);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }
}
