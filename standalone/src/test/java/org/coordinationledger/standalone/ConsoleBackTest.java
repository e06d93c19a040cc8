package org.coordinationledger.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The browser's way back loses nothing of what somebody typed, and shows nothing to whoever comes after them. */
class ConsoleBackTest {

    private static final String USER = "post.records";
    private static final String FORM = "/console/forms/members";
    private static final String NAME = "Nguyễn Văn Quay Lại";
    private static final String CODE_FIELD = "[name='f.code']";
    private static final String NAME_FIELD = "[name='f.personalData.name']";
    private static final String DAY_FIELD = "[name='f.effectiveOn']";
    private static final String MEMBERSHIP_FIELD = "[name='f.membership']";
    private static final String CHECK = ".actions button[value=check]";
    private static final String RECORD = "button[value=record]";
    private static final String LEAVE = ".actions a";
    private static final Township TOWNSHIP = new Township(List.of("post"), Clock.systemUTC());

    private Visitor visitor;

    @BeforeAll
    static void record() {
        Township.Answer answer = TOWNSHIP.send("administrator", "organisations", JsonMapper.shared().valueToTree(Map.of(
                "id", "post", "effectiveOn", "2010-01-01", "kind", "BORDER_POST", "name", "Đồn Biên phòng Thông Bình")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(TOWNSHIP.read("organisations/post", Map.of()).status()).isEqualTo(200);
    }

    @BeforeEach
    void come() {
        visitor = Visitor.of(TOWNSHIP.address(), Look.USUAL).login(USER, Township.PASSWORD);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private void type(String code, String day) {
        visitor.page().fill(CODE_FIELD, code);
        visitor.page().fill(NAME_FIELD, NAME);
        visitor.page().fill(DAY_FIELD, day);
        visitor.page().selectOption(MEMBERSHIP_FIELD, "PROBATIONARY");
    }

    private void assertTyped(String code, String day) {
        Page page = visitor.page();
        assertThat(page.locator(CODE_FIELD)).hasValue(code);
        assertThat(page.locator(NAME_FIELD)).hasValue(NAME);
        assertThat(page.locator(DAY_FIELD)).hasValue(day);
        assertThat(page.locator(MEMBERSHIP_FIELD)).hasValue("PROBATIONARY");
    }

    private void goBack() {
        visitor.turn(() -> visitor.page().goBack());
    }

    @Test
    void a_form_that_was_left_is_as_it_was_on_the_way_back() {
        visitor.open(FORM);
        type("DV-1", "01/02/2016");
        visitor.click(LEAVE);
        goBack();
        assertTyped("DV-1", "01/02/2016");
    }

    @Test
    void a_form_that_was_refused_is_as_it_was_on_the_way_back_and_forward() {
        visitor.open(FORM);
        type("DV-2", "31/02/2016");
        visitor.expect(422);
        visitor.click(CHECK);
        assertThat(visitor.page().locator("#errors").count()).isOne();
        visitor.page().fill(DAY_FIELD, "01/03/2016");
        goBack();
        assertTyped("DV-2", "31/02/2016");
        visitor.turn(() -> visitor.page().goForward());
        assertTyped("DV-2", "01/03/2016");
    }

    @Test
    void what_was_looked_over_can_be_gone_back_to_and_recorded() {
        visitor.open(FORM);
        type("DV-3", "01/02/2016");
        visitor.click(CHECK);
        assertThat(visitor.page().locator(RECORD).count()).as(visitor.text()).isOne();
        goBack();
        assertTyped("DV-3", "01/02/2016");
        visitor.page().fill(CODE_FIELD, "DV-4");
        visitor.click(CHECK);
        visitor.click(RECORD);
        assertThat(visitor.text()).contains("Đã ghi:", "DV-4");
    }

    @Test
    void what_was_recorded_is_not_typed_into_the_form_again() {
        visitor.open(FORM);
        type("DV-5", "01/02/2016");
        visitor.click(CHECK);
        visitor.click(RECORD);
        assertThat(visitor.text()).contains("Đã ghi:");
        assertThat(kept()).doesNotContain(NAME);
        goBack();
        visitor.page().waitForLoadState();
        assertThat(visitor.page().content()).doesNotContain(NAME);
    }

    @Test
    void a_form_that_is_opened_anew_is_empty() {
        visitor.open(FORM);
        type("DV-6", "01/02/2016");
        visitor.open(FORM);
        assertThat(visitor.page().locator(CODE_FIELD)).hasValue("");
        assertThat(visitor.page().locator(NAME_FIELD)).hasValue("");
    }

    @Test
    void after_signing_out_the_way_back_shows_nothing() {
        visitor.open(FORM);
        type("DV-7", "01/02/2016");
        visitor.click("form[action$='/logout'] button");
        assertThat(kept()).doesNotContain("draft:", NAME);
        goBack();
        assertThat(visitor.address()).startsWith("/console/login");
        assertThat(visitor.page().content()).doesNotContain(NAME);
        visitor.fillLogin("administrator", Township.PASSWORD);
        assertThat(visitor.page().content()).doesNotContain(NAME);
    }

    @Test
    void signing_out_in_one_tab_takes_what_was_typed_in_another() {
        visitor.open(FORM);
        type("DV-8", "01/02/2016");
        Page other = visitor.context().newPage();
        other.navigate(TOWNSHIP.address() + "/console");
        other.click("form[action$='/logout'] button");
        visitor.page().waitForFunction("() => sessionStorage.length === 0");
        visitor.page().reload();
        assertThat(visitor.address()).startsWith("/console/login");
        assertThat(visitor.page().content()).doesNotContain(NAME);
    }

    /** What the tab keeps besides its pages. */
    private String kept() {
        return (String) visitor.page().evaluate("() => JSON.stringify({...sessionStorage})");
    }
}
