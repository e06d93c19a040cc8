package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tutorial of the console can be followed: what it says in bold is what is clicked, in this order, and nothing else
 * is needed. {@code -Dtutorial.write=true} takes its pictures anew.
 */
class ConsoleTutorialTest {

    private static final Path TUTORIAL = Path.of("..", "docs", "tutorial");
    private static final boolean WRITE = Boolean.getBoolean("tutorial.write");
    private static final int WIDTH = 1100;

    private String told = "";
    private Visitor visitor;

    /** Clicks on something that the tutorial names next. */
    private void follow(String selector) {
        Locator found = visitor.page().locator(selector).first();
        String label = found.innerText().strip();
        String beginning = label.replaceFirst(" \\d.*", "");
        int place = told.indexOf("**" + beginning + "**");
        assertThat(place).as("“%s” is what the tutorial says next", label).isNotNegative();
        told = told.substring(place + beginning.length());
        visitor.turn(found::click);
    }

    private void picture(String name, String language) throws IOException {
        String file = name + "-" + language + ".png";
        assertThat(told).as("the tutorial shows it next").contains("images/" + file);
        if (WRITE) {
            visitor.page().screenshot(new Page.ScreenshotOptions()
                    .setPath(TUTORIAL.resolve("images").resolve(file)));
        }
        assertThat(TUTORIAL.resolve("images").resolve(file)).isNotEmptyFile();
    }

    private void record(String reason) {
        visitor.page().fill("[name='f.reason']", reason);
        follow(".actions button[value=check]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void the_tutorial_leads_from_signing_in_to_a_step_that_is_voided(String language) throws IOException {
        RunningDemo demo = RunningDemo.instance();
        told = Files.readString(TUTORIAL.resolve("console." + language + ".md"));
        visitor = Visitor.of(demo.address(), new Look(language, ColorScheme.LIGHT, WIDTH))
                .login(ConsoleAddresses.OFFICER, demo.client().passwordOf(ConsoleAddresses.OFFICER));
        Page page = visitor.page();
        picture("1-work", language);

        follow("header nav a[href='/console/records']");
        follow("main a[href='/console/records/cell-assignments']");
        page.selectOption("[name='filter.stage']", "ASSIGNED");
        follow("form.filters button");
        visitor.turn(page.locator("main tbody th a").first()::click);
        String record = visitor.address();
        follow("a[rel=prev]");
        picture("2-record", language);

        follow("header nav a[href='/console/figures']");
        page.fill("form.times [name=effectiveOn]", "03/03/2020");
        page.fill("form.times [name=comparedWith]", "31/05/2018");
        follow("form.times button");
        follow(".figure-card a[href*='/console/figures/openCellAssignments?']");
        picture("3-figure", language);
        follow(".ways a[href*='/why']");
        assertThat(page.locator("main a[href*='/console/records/cell-assignments/']").count()).isPositive();

        visitor.open(record);
        follow("#next a[href$='/end']");
        record("Thử ghi một bước");
        picture("4-check", language);
        follow("button[value=record]");
        int steps = page.locator("ol.life > li").count();
        int voided = page.locator("ol.life > li.voided").count();
        follow("header nav a[href='/console']");
        assertThat(page.locator("ul.last a").first().getAttribute("href")).contains("step=" + steps);

        visitor.open(record);
        follow("#next a[href$='/void']");
        page.selectOption("[name='f.voids']", Integer.toString(steps - 1));
        follow(".actions button[value=choose]");
        record("Ghi thử, không có việc này");
        follow("button[value=record]");
        assertThat(page.locator("ol.life > li.voided").count()).isEqualTo(voided + 1);
        picture("5-voided", language);
        visitor.close();
    }
}
