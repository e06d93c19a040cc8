package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Pages of today renew themselves when something is recorded, and say when they cannot. */
class ConsoleLiveTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CELLS = "/console/figures/cells";
    private static final String VALUE = ".figure-value .big a";
    private static final String SCOPE = "form.ask input[name=q]";
    private static final Township TOWNSHIP = new Township(List.of(), Clock.systemUTC());

    private Visitor visitor;

    @BeforeEach
    void come() {
        visitor = Visitor.of(TOWNSHIP.address(), Look.USUAL).login("auditor", Township.PASSWORD);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private void waitFor(String selector) {
        visitor.page().waitForSelector(selector);
    }

    private static void registerACell(String name) {
        Township.Answer answer = TOWNSHIP.send("administrator", "organisations", JSON.valueToTree(Map.of(
                "effectiveOn", "2020-01-01", "kind", "CELL", "name", name, "illustrative", true)));
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    private int cells() {
        return Integer.parseInt(visitor.page().locator(VALUE).innerText());
    }

    private void waitForCells(int count) {
        waitFor(VALUE + ":text-is('" + count + "')");
    }

    @Test
    void a_new_record_is_counted_without_loading_the_page_again_and_what_is_typed_and_in_focus_stays() {
        Page page = visitor.page();
        visitor.open(CELLS);
        waitFor(".live.on");
        assertThat(page.locator(".live").innerText()).contains("trực tiếp");
        int before = cells();
        page.evaluate("() => { window.notLoadedAgain = true; }");
        page.fill(SCOPE, "Tỉnh ủy Đồng T");

        registerACell("Chi bộ trực tiếp");

        waitForCells(before + 1);
        assertThat(page.evaluate("() => window.notLoadedAgain")).isEqualTo(true);
        assertThat(page.inputValue(SCOPE)).isEqualTo("Tỉnh ủy Đồng T");
        assertThat(page.locator(SCOPE).evaluate("field => field === document.activeElement")).isEqualTo(true);
        page.keyboard().type("háp");
        assertThat(page.inputValue(SCOPE)).as("the cursor stays where it was").isEqualTo("Tỉnh ủy Đồng Tháp");
        assertThat(page.locator(".trend canvas").count()).as("the chart is drawn anew").isOne();
    }

    @Test
    void a_lost_connection_is_told_and_what_was_missed_comes_when_it_is_there_again() {
        Page page = visitor.page();
        String live = "**/console/live?*";
        page.route(live, route -> route.abort("aborted"));
        visitor.open(CELLS);
        waitFor(".live.lost");
        assertThat(page.locator(".live").innerText()).contains("mất kết nối");
        int before = cells();
        registerACell("Chi bộ bị lỡ");
        page.unroute(live);
        page.evaluate("() => dispatchEvent(new Event('pageshow'))");

        waitForCells(before + 1);
        waitFor(".live.on");
    }

    @Test
    void a_page_of_the_past_stands_still() {
        visitor.open(CELLS + "?effectiveOn=2020-03-03");
        assertThat(visitor.page().locator(".live").count()).isZero();
    }
}
