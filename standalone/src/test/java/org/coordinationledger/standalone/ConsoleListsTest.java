package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.PlainBrowser.Shown;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists that are longer than a page: each page is bounded, and all of them together show every row once. */
class ConsoleListsTest {

    private static final String LIST = "/console/records/organisations";
    private static final String NEXT = "a[rel=next]";
    private static final int CELLS = 230;
    private static final int MOST_PAGES = 20;
    private static final int MOST_ROWS = 100;
    private static final int MOST_BYTES = 150_000;
    private static final Township TOWNSHIP = new Township(List.of("commune"), Clock.systemUTC());

    private final PlainBrowser browser =
            PlainBrowser.loggedIn(TOWNSHIP.address(), "commune.records", Township.PASSWORD);

    @BeforeAll
    static void record() {
        TOWNSHIP.register("commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã Đông", Map.of());
        for (int number = 1; number <= CELLS; number++) {
            TOWNSHIP.register("cell-" + number, "CELL", "Chi bộ ấp " + number, Map.of("partySuperior", "commune"));
        }
        assertThat(TOWNSHIP.read("organisations/commune", Map.of()).status()).isEqualTo(200);
    }

    private static List<String> rows(Shown page) {
        return page.page().select("tbody th a").eachText();
    }

    /** What the page's own filter for a code is called in addresses. */
    private String filter(String code) {
        Element offered = browser.open(LIST).page().select("form.filters option[value=" + code + "]").first();
        assertThat(offered).as("a filter for " + code).isNotNull();
        return offered.closest("select").attr("name") + "=" + code;
    }

    @Test
    void every_row_is_on_one_page_and_the_last_page_is_reached() {
        List<String> seen = new ArrayList<>();
        String address = LIST + "?" + filter("CELL") + "&effectiveOn=2015-01-01";
        int pages = 0;
        while (!address.isEmpty() && pages < MOST_PAGES) {
            Shown shown = browser.open(address);
            assertThat(shown.status()).as(shown.words()).isEqualTo(200);
            assertThat(rows(shown)).hasSizeBetween(1, MOST_ROWS);
            assertThat(shown.page().html().getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
            seen.addAll(rows(shown));
            address = shown.page().select(NEXT).attr("href");
            pages++;
        }
        assertThat(pages).isGreaterThan(1).isLessThan(MOST_PAGES);
        assertThat(seen).hasSize(CELLS).doesNotHaveDuplicates().allMatch(name -> name.startsWith("Chi bộ ấp "));
    }

    @Test
    void the_next_page_keeps_filters_and_times() {
        String filter = filter("CELL");
        Shown first = browser.open(LIST + "?" + filter + "&effectiveOn=2015-01-01");
        Shown second = browser.open(first.page().select(NEXT).attr("href"));
        assertThat(second.address()).contains(filter, "effectiveOn=2015-01-01");
        assertThat(second.page().select("form.filters option[value=CELL][selected]")).hasSize(1);
        assertThat(rows(second)).isNotEmpty().doesNotContainAnyElementsOf(rows(first));
        assertThat(second.page().select(".count").text()).isEqualTo(first.page().select(".count").text());
    }

    @Test
    void the_file_of_a_list_holds_all_its_pages() {
        Shown first = browser.open(LIST + "?" + filter("CELL"));
        String file = first.page().select("p.files a:matchesOwn(^CSV$)").attr("href");
        assertThat(browser.open(file).page().text().split("Chi bộ ấp ", -1)).hasSizeGreaterThan(CELLS);
    }

    @Test
    void a_page_that_never_was_is_told_in_words() {
        Shown shown = browser.open(LIST + "?after=nowhere");
        assertThat(shown.status()).isEqualTo(400);
        assertThat(shown.words()).isNotBlank();
    }
}
