package org.coordinationledger.standalone;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.Test;
import static org.assertj.core.api.Assertions.assertThat;

class ScratchTest {
    @Test
    void look() {
        RunningDemo demo = RunningDemo.instance();
        ConsoleAddresses addresses = new ConsoleAddresses(demo.client());
        List<String> wrong = new ArrayList<>();
        for (Look look : List.of(Look.USUAL, new Look("vi", ColorScheme.DARK, 320), new Look("en", ColorScheme.DARK, 1240))) {
            Visitor visitor = Visitor.of(demo.address(), look).login("auditor", demo.client().passwordOf("auditor"));
            int n = 0;
            for (ConsoleAddresses.Visit visit : ConsoleAddresses.PAGES) {
                if (!visit.path().startsWith("/console/figures")) continue;
                visitor.resize(look.width());
                visitor.open(addresses.of(visit), visit.status());
                visitor.page().waitForTimeout(400);
                visitor.screenshot("scratch-" + n++ + "-" + look.language() + look.width());
                for (Runnable check : List.<Runnable>of(visitor::assertAccessible, visitor::assertUntroubled, () -> visitor.assertFits(320), () -> visitor.assertFits(768), () -> assertThat(visitor.text()).doesNotContain("??", "console."))) {
                    try { check.run(); } catch (AssertionError e) { wrong.add(visit + " " + look + ": " + e.getMessage()); }
                }
            }
        }
        System.out.println(String.join("\n=====\n", wrong));
        assertThat(wrong).isEmpty();
    }
}
