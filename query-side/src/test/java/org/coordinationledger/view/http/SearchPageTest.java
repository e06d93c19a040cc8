package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.vocabulary.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's search, and what it suggests for fields of forms. */
class SearchPageTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        String found = visitor.page("/console/search?q=" + encoded("áp liênkết") + "&effectiveOn=2016-01-01");

        assertThat(found)
                .contains("/console/records/organisations/" + province.id("ap-lienket-1") + "?effectiveOn=2016-01-01")
                .contains("/console/records/organisations/" + province.id("ap-lienket-2") + "?effectiveOn=2016-01-01")
                .contains(">Tổ chức<")
                .contains("aria-live=\"polite\"");
        assertThat(visitor.page("/console/search?resource=members&q=lienket"))
                .doesNotContain(province.id("ap-lienket-1"))
                .contains("Không tìm thấy");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void an_empty_too_short_or_hostile_search_is_a_page_that_says_what_to_do(QuerySide side) {
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        assertThat(visitor.page("/console/search")).contains("Có thể tìm");
        assertThat(visitor.page("/console/search?q=a")).contains("ít nhất 2");
        assertThat(visitor.page("/console/search?q=" + "x".repeat(501))).contains("500");
        assertThat(visitor.page("/console/search?q=" + encoded("\"><script>zz</script>")))
                .doesNotContain("<script>zz")
                .contains("&quot;&gt;&lt;script&gt;zz");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void suggestions_are_options_with_the_id_at_the_end(QuerySide side) {
        Province province = cells(side, "qy", "Ap Goiy 1", "Ap Goiy \"2\"");
        ConsoleVisitor visitor = ConsoleVisitor.login(side);

        String options = visitor.page("/console/suggest?resource=organisations&q=" + encoded("gợiy"));

        assertThat(options)
                .contains("<option value=\"Ap Goiy 1 [" + province.id("ap-goiy-1") + "]\">")
                .contains("Ap Goiy &quot;2&quot; [" + province.id("ap-goiy-2-") + "]");
        assertThat(visitor.page("/console/suggest?resource=organisations&q=g")).doesNotContain("<option");
    }
}
