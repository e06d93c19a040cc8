package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.vocabulary.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's search, and what it suggests for fields of forms. */
class SearchPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    /** The cookies of somebody who has logged in. */
    private static String login(QuerySide side) {
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
        return cookies(in);
    }

    private static String page(QuerySide side, String cookies, String path) {
        HttpResponse<String> response = side.send(side.request(
                                path + (path.contains("?") ? "&" : "?") + "waitForPosition=" + side.lastPosition(), "recorder")
                        .header("Cookie", cookies))
                .response();
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static Province cells(QuerySide side, String key, String... names) {
        Province province = new Province(side, key);
        for (String name : names) {
            side.record(province.administrator(localId(name), new OrganisationEvent.Registered(
                    Province.day("2010-01-01"), OrganisationKind.CELL, new Name(name), null, null, List.of(),
                    Territory.UNKNOWN, true, List.of())));
        }
        return province;
    }

    private static String localId(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void results_stand_by_kind_with_links_that_keep_the_times(QuerySide side) {
        Province province = cells(side, "qx", "Ap Lienket 1", "Ap Lienket 2");
        String cookies = login(side);

        String found = page(side, cookies, "/console/search?q=" + encoded("áp liênkết") + "&effectiveOn=2016-01-01");

        assertThat(found)
                .contains("/console/records/organisations/" + province.id("ap-lienket-1") + "?effectiveOn=2016-01-01")
                .contains("/console/records/organisations/" + province.id("ap-lienket-2") + "?effectiveOn=2016-01-01")
                .contains(">Tổ chức<")
                .contains("aria-live=\"polite\"");
        assertThat(page(side, cookies, "/console/search?resource=members&q=lienket"))
                .doesNotContain(province.id("ap-lienket-1"))
                .contains("Không tìm thấy");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_empty_too_short_or_hostile_search_is_a_page_that_says_what_to_do(QuerySide side) {
        String cookies = login(side);

        assertThat(page(side, cookies, "/console/search")).contains("Có thể tìm");
        assertThat(page(side, cookies, "/console/search?q=a")).contains("ít nhất 2");
        assertThat(page(side, cookies, "/console/search?q=" + "x".repeat(501))).contains("500");
        assertThat(page(side, cookies, "/console/search?q=" + encoded("\"><script>zz</script>")))
                .doesNotContain("<script>zz")
                .contains("&quot;&gt;&lt;script&gt;zz");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void suggestions_are_options_with_the_id_at_the_end(QuerySide side) {
        Province province = cells(side, "qy", "Ap Goiy 1", "Ap Goiy \"2\"");
        String cookies = login(side);

        String options = page(side, cookies, "/console/suggest?resource=organisations&q=" + encoded("gợiy"));

        assertThat(options)
                .contains("<option value=\"Ap Goiy 1 [" + province.id("ap-goiy-1") + "]\">")
                .contains("Ap Goiy &quot;2&quot; [" + province.id("ap-goiy-2-") + "]");
        assertThat(page(side, cookies, "/console/suggest?resource=organisations&q=g")).doesNotContain("<option");
    }
}
