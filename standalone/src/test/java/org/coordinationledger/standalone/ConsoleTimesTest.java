package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.function.Consumer;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Looking at other times, the replay of a record, and addresses that lead nowhere; with scripts and without. */
class ConsoleTimesTest {

    private static final String AUDITOR = ConsoleAddresses.AUDITOR;
    private static final String OFFICER = ConsoleAddresses.OFFICER;
    private static final String ASSIGNMENTS = "/console/records/cell-assignments";
    private static final String EFFECTIVE_ON = "form.times input[name=effectiveOn]";
    private static final String SHOW = "form.times button";

    private final RunningDemo demo = RunningDemo.instance();
    private Visitor visitor;

    @BeforeEach
    void come() {
        visitor = Visitor.of(demo.address(), Look.USUAL).login(AUDITOR, demo.client().passwordOf(AUDITOR));
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private Visitor withoutScripts() {
        visitor.close();
        visitor = Visitor.withoutScripts(demo.address(), Look.USUAL).login(AUDITOR, demo.client().passwordOf(AUDITOR));
        return visitor;
    }

    private Visitor as(String user) {
        visitor.close();
        visitor = Visitor.of(demo.address(), Look.USUAL).login(user, demo.client().passwordOf(user));
        return visitor;
    }

    private JsonNode firstAssignment() throws IOException {
        return demo.client().get(AUDITOR, "/api/v1/cell-assignments?limit=1").body().at("/items/0");
    }

    private void typeADay() {
        Page page = visitor.page();
        visitor.open(ASSIGNMENTS);
        page.fill(EFFECTIVE_ON, "03/03/2020");
        visitor.click(SHOW);
        assertThat(visitor.address()).isEqualTo(ASSIGNMENTS + "?effectiveOn=2020-03-03");
        assertThat(page.inputValue(EFFECTIVE_ON)).isEqualTo("03/03/2020");
        assertThat(page.locator("form.times").innerText()).contains("Đang xem quá khứ");
    }

    @Test
    void a_typed_day_stands_in_the_address_and_stays_over_links_until_today_is_asked_for() {
        Page page = visitor.page();
        typeADay();
        visitor.click("main tbody th a");
        assertThat(visitor.address()).startsWith(ASSIGNMENTS + "/").endsWith("?effectiveOn=2020-03-03");
        assertThat(visitor.text()).contains("03/03/2020");
        visitor.click("header nav a:has-text('Hồ sơ')");
        assertThat(visitor.address()).isEqualTo("/console/records?effectiveOn=2020-03-03");
        visitor.click("text=về hôm nay");
        assertThat(visitor.address()).isEqualTo("/console/records");
        assertThat(page.locator("form.times").innerText()).doesNotContain("Đang xem quá khứ");
    }

    @Test
    void what_was_known_at_a_position_and_what_is_compared_with_stand_in_the_address_too() {
        Page page = visitor.page();
        visitor.open("/console/records");
        page.fill("form.times input[name=knownOn]", "1.5.2026");
        page.fill("form.times input[name=comparedWith]", "3 Mar 2019");
        visitor.turn(() -> page.press("form.times input[name=comparedWith]", "Enter"));
        assertThat(visitor.address()).isEqualTo("/console/records?knownOn=2026-05-01&comparedWith=2019-03-03");
        page.fill("form.times input[name=knownOn]", "12");
        visitor.click(SHOW);
        assertThat(visitor.address()).isEqualTo("/console/records?knownOn=12&comparedWith=2019-03-03");
    }

    @Test
    void a_day_that_is_none_gets_a_page_that_says_how_to_write_one() {
        for (String wrong : new String[] {"31/02/2020", "hôm qua", "03/2020", "1/1/1"}) {
            visitor.open(ASSIGNMENTS);
            visitor.expect(400);
            visitor.page().fill(EFFECTIVE_ON, wrong);
            visitor.click(SHOW);
            assertThat(visitor.text()).as(wrong).contains(wrong, "03/03/2020");
        }
    }

    @Test
    void the_slider_and_the_arrow_keys_go_through_the_life_of_a_record() throws IOException {
        Page page = visitor.page();
        String record = ASSIGNMENTS + "/" + firstAssignment().path("id").asString();
        visitor.open(record);
        int last = page.locator("ol.life > li").count();
        assertThat(last).isGreaterThan(3);
        assertStep(last, last);

        page.focus("#step");
        visitor.turn(() -> page.keyboard().press("ArrowLeft"));
        assertStep(last - 1, last);
        visitor.turn(() -> page.keyboard().press("ArrowLeft"));
        assertStep(last - 2, last);
        visitor.turn(() -> page.keyboard().press("ArrowRight"));
        assertStep(last - 1, last);
        assertThat(page.locator(".difference").count()).isOne();

        visitor.open(record + "?step=1");
        page.keyboard().press("ArrowLeft");
        assertStep(1, last);
    }

    private void assertStep(int step, int of) {
        assertThat(visitor.page().locator(".replay .place").innerText()).isEqualTo("bước " + step + " / " + of);
        assertThat(visitor.page().locator("li.chosen").count()).isOne();
        assertThat(visitor.page().inputValue("#step")).isEqualTo(Integer.toString(step));
    }

    @Test
    void without_scripts_times_and_steps_are_chosen_as_well() {
        withoutScripts();
        typeADay();
        Page page = visitor.page();
        visitor.click("main tbody th a");
        int last = page.locator("ol.life > li").count();
        assertStep(last, last);
        visitor.click(".replay a[rel=prev]");
        assertStep(last - 1, last);
        page.focus("#step");
        page.keyboard().press("ArrowLeft");
        visitor.click(".replay form button");
        assertStep(last - 2, last);
        assertThat(visitor.address()).contains("effectiveOn=2020-03-03");
        visitor.click("text=về hôm nay");
        assertThat(visitor.address()).doesNotContain("effectiveOn");
    }

    @Test
    void without_scripts_all_pages_can_be_read() {
        withoutScripts();
        ConsoleAddresses addresses = new ConsoleAddresses(demo.client());
        Consumer<ConsoleAddresses.Visit> read = visit -> {
            visitor.open(addresses.of(visit), visit.status());
            assertThat(visitor.page().locator("h1").innerText()).as(visit.path()).isNotBlank();
            assertThat(visitor.text()).as(visit.path()).hasSizeGreaterThan(60);
        };
        ConsoleAddresses.PAGES.stream().filter(visit -> AUDITOR.equals(visit.user())).forEach(read);
        assertThat(visitor.page().evaluate("() => document.scripts.length > 0")).isEqualTo(true);
    }

    @Test
    void an_address_that_leads_nowhere_says_so_and_leads_on() {
        visitor.open("/console/record/cell-assignment", 404);
        assertThat(visitor.text()).contains("/console/record/cell-assignment");
        visitor.open("/console/records/cell-assignment", 404);
        visitor.open(ASSIGNMENTS + "/khong-co", 404);
        visitor.open(ASSIGNMENTS + "/khong-co/trail", 404);
        visitor.open("/console/texts/" + "0".repeat(64), 404);
        visitor.click("main a:has-text('Việc của tôi')");
        assertThat(visitor.address()).isEqualTo("/console");
    }

    @Test
    void a_record_that_one_may_not_read_is_as_if_it_were_not_there() throws IOException {
        String hidden = null;
        for (JsonNode item : demo.client().get(AUDITOR, "/api/v1/members?limit=200").body().path("items")) {
            String id = item.path("id").asString();
            if (demo.client().get(OFFICER, "/api/v1/members/" + id).status() == 404) {
                hidden = id;
            }
        }
        assertThat(hidden).as("somebody's member of another post").isNotNull();
        as(OFFICER);
        for (String page : new String[] {"", "/trail", "/bases", "/related"}) {
            visitor.open("/console/records/members/khong-co" + page, 404);
            String missing = visitor.text();
            visitor.open("/console/records/members/" + hidden + page, 404);
            assertThat(visitor.text().replace(hidden, "khong-co")).isEqualTo(missing);
        }
    }
}
