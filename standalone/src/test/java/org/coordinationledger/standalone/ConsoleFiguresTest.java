package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.coordinationledger.standalone.PlainBrowser.Shown;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of all figures, where one of them cannot be told, and where they take longer than somebody waits for a page. */
class ConsoleFiguresTest {

    private static final String FIGURES = "/console/figures";
    private static final Township TOWNSHIP = new Township(List.of("post"), Clock.systemUTC());

    private static final Township SLOW =
            new Township(List.of("post"), Clock.systemUTC(), "--ledger.console.figures-within=0ms");

    private final PlainBrowser browser = PlainBrowser.loggedIn(TOWNSHIP.address(), "post.records", Township.PASSWORD);

    @BeforeAll
    static void record() {
        TOWNSHIP.register("commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã", Map.of());
        TOWNSHIP.register("post", "BORDER_POST", "Đồn Biên phòng", Map.of());
        TOWNSHIP.record("post.records", "outreach-sessions", Map.of(
                "effectiveOn", "2017-01-15", "topic", "DRUGS", "organiser", "post", "venues", List.of("commune"),
                "sessions", Map.of("value", 3), "attendances", Map.of("value", 1250)));
        assertThat(TOWNSHIP.read("organisations/post", Map.of()).status()).isEqualTo(200);
    }

    /** The row of a figure in the list of all. */
    private static Element row(Shown page, String figure) {
        Element row = page.page().select("tr:has(th a[href*=" + FIGURES + "/" + figure + "])").first();
        assertThat(row).as(figure).isNotNull();
        return row;
    }

    @Test
    void figures_that_are_not_read_in_time_follow_the_page() {
        SLOW.register("commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã", Map.of());
        SLOW.register("post", "BORDER_POST", "Đồn Biên phòng", Map.of());
        assertThat(SLOW.read("organisations/post", Map.of()).status()).isEqualTo(200);
        PlainBrowser plain = PlainBrowser.loggedIn(SLOW.address(), "post.records", Township.PASSWORD);

        Shown at = plain.open(FIGURES);
        Shown whole = plain.open(at.page().select("#figures [role=status] a").attr("href"));

        assertThat(at.words()).contains("Đang tính các số liệu còn lại");
        assertThat(row(at, "communes").select("td").text()).isEqualTo("…");
        assertThat(whole.words()).doesNotContain("Đang tính");
        assertThat(row(whole, "communes").select("td").text()).isEqualTo("1");
        try (Visitor visitor = Visitor.of(SLOW.address(), Visitor.Look.USUAL).login("post.records", Township.PASSWORD)) {
            visitor.open(FIGURES);
            visitor.page().waitForSelector("#figures:not(:has([role=status])) .trend");
            assertThat(visitor.page().locator("tr:has(th a[href*='" + FIGURES + "/communes']) td").first().innerText())
                    .isEqualTo("1");
            visitor.assertAccessible();
        }
    }

    @Test
    void a_figure_that_cannot_be_told_says_so_in_its_place_and_the_others_stay() {
        assertThat(TOWNSHIP.damageViews("OutreachSession", Filters.exists("facts.attendances"),
                Updates.set("facts.attendances", new Document("nothing", "that is a number")))).isEqualTo(1);

        Shown page = browser.open(FIGURES);

        assertThat(page.status()).as(page.words()).isEqualTo(200);
        assertThat(row(page, "outreachAttendances").select(".untold").text()).startsWith("Không tính được:");
        assertThat(page.page().select("article .untold").text()).startsWith("Không tính được:");
        assertThat(page.page().select(".untold")).hasSize(2);
        assertThat(row(page, "outreachSessions").select("td").text()).isEqualTo("3");
        assertThat(row(page, "communes").select("td").text()).isEqualTo("1");
    }
}
