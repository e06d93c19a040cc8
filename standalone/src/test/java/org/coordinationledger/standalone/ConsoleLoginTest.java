package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in to the console, staying so, and what becomes of what was typed when a login is over. */
class ConsoleLoginTest {

    private static final String USER = "post.records";
    private static final String LIST = "/console/records/cell-assignments";
    private static final String CHOSEN = "select[name='filter.stage']";
    private static final MovedClock CLOCK = new MovedClock();
    private static final Township TOWNSHIP = new Township(List.of("post"), CLOCK);

    private final Visitor visitor = Visitor.of(TOWNSHIP.address(), Look.USUAL);

    /** Runs ahead by as much as it was moved. */
    private static final class MovedClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void move(Duration further) {
            ahead = ahead.plus(further);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private Visitor loggedIn() {
        return visitor.login(USER, Township.PASSWORD);
    }

    private void logInHere() {
        visitor.fillLogin(USER, Township.PASSWORD);
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_leads_on() {
        visitor.open(LIST);
        visitor.expect(401);
        visitor.fillLogin(USER, "sai mật khẩu");
        assertThat(visitor.page().locator("[role=alert]").innerText()).contains("không đúng");
        visitor.assertAccessible();
        logInHere();
        assertThat(visitor.address()).isEqualTo(LIST);
    }

    @Test
    void an_unknown_user_is_told_the_same_as_a_wrong_password() {
        visitor.open("/console/login");
        visitor.expect(401);
        visitor.fillLogin(USER, "sai mật khẩu");
        String wrong = visitor.text();
        visitor.fillLogin("khong-co", "sai mật khẩu");
        assertThat(visitor.text()).isEqualTo(wrong);
    }

    @Test
    void an_address_asked_for_before_login_is_shown_after_it() {
        String address = LIST + "?effectiveOn=2020-03-03&filter.stage=ASSIGNED";
        visitor.open(address);
        assertThat(visitor.address()).startsWith("/console/login?then=");
        logInHere();
        assertThat(visitor.address()).isEqualTo(address);
    }

    @Test
    void who_signed_out_is_asked_again() {
        loggedIn().open(LIST);
        visitor.click("text=Đăng xuất");
        assertThat(visitor.text()).contains("Đồng chí đã đăng xuất.");
        assertThat(visitor.context().cookies()).extracting(cookie -> cookie.name).doesNotContain("ledger-login");
        visitor.open(LIST);
        assertThat(visitor.address()).startsWith("/console/login");
    }

    @Test
    void a_chosen_language_stays_through_login_and_sign_out() {
        visitor.open(LIST);
        visitor.click("text=English");
        assertThat(visitor.page().locator("h1").innerText()).isEqualTo("Sign in");
        logInHere();
        assertThat(visitor.address()).isEqualTo(LIST);
        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
        visitor.click("text=Sign out");
        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
        visitor.click("text=Tiếng Việt");
        assertThat(visitor.page().locator("h1").innerText()).isEqualTo("Đăng nhập");
    }

    @Test
    void a_page_asked_for_with_an_expired_login_is_shown_after_another() {
        String address = LIST + "?effectiveOn=2020-03-03";
        loggedIn().open(LIST);
        CLOCK.move(Duration.ofMinutes(29));
        visitor.open(LIST);
        CLOCK.move(Duration.ofMinutes(29));
        visitor.open(LIST);
        assertThat(visitor.address()).as("it lasts while it is used").isEqualTo(LIST);
        CLOCK.move(Duration.ofMinutes(31));
        visitor.open(address);
        assertThat(visitor.address()).startsWith("/console/login");
        logInHere();
        assertThat(visitor.address()).isEqualTo(address);
    }

    @Test
    void what_was_typed_into_a_form_comes_back_after_an_expired_login() {
        loggedIn().open(LIST);
        String token = visitor.token();
        CLOCK.move(Duration.ofMinutes(31));
        visitor.expect(401);
        assertThat(visitor.post(LIST, Map.of("_csrf", token, "filter.stage", "ASSIGNED"))).isEqualTo(401);
        assertThat(visitor.text()).contains("Nội dung đã nhập được giữ lại");
        visitor.fillLogin(USER, "sai mật khẩu");
        assertThat(visitor.text()).contains("không đúng", "Nội dung đã nhập được giữ lại");
        logInHere();
        assertThat(visitor.page().locator("h1").innerText()).isNotEqualTo("Đăng nhập");
        assertThat(visitor.page().locator(CHOSEN).inputValue()).isEqualTo("ASSIGNED");
    }

    @Test
    void a_form_without_login_or_token_asks_for_the_login_and_keeps_what_was_typed() {
        visitor.open("/console/login");
        visitor.expect(401);
        assertThat(visitor.post(LIST, Map.of("filter.stage", "<b>\"ASSIGNED\"</b>"))).isEqualTo(401);
        assertThat(visitor.page().locator("input[name='typed.filter.stage']").inputValue())
                .isEqualTo("<b>\"ASSIGNED\"</b>");
    }

    @Test
    void a_forged_form_is_refused_in_words_and_the_login_stays() {
        loggedIn().open(LIST);
        visitor.expect(403);
        assertThat(visitor.post("/console/logout", Map.of())).isEqualTo(403);
        assertThat(visitor.page().locator("h1").innerText()).isNotBlank();
        visitor.open(LIST);
        assertThat(visitor.post("/console/logout", Map.of("_csrf", "made up"))).isEqualTo(403);
        visitor.open(LIST);
        assertThat(visitor.address()).isEqualTo(LIST);
    }

    @Test
    void a_cookie_that_was_changed_is_no_login() {
        loggedIn().open(LIST);
        Cookie login = visitor.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("ledger-login"))
                .findFirst()
                .orElseThrow();
        assertThat(login.httpOnly).isTrue();
        String changed = login.value.substring(0, login.value.length() - 8) + "AAAAAAAA";
        visitor.context().addCookies(
                List.of(new Cookie("ledger-login", changed).setDomain(login.domain).setPath(login.path)));
        visitor.open(LIST);
        assertThat(visitor.address()).startsWith("/console/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://example.org/console", "//example.org/console", "/\\example.org", "/console\\@example.org",
        "/console@example.org", "javascript:alert(1)", "/console/../../..//example.org", "/console//example.org",
        "/console\r\nLocation: https://example.org", "/console/../api/v1/organisations"
    })
    void where_to_go_on_never_leads_outside(String then) {
        String asked = URLEncoder.encode(then, StandardCharsets.UTF_8);
        for (String address : List.of("/console/login?then=", "/console/language/vi?then=", "/console/times?then=")) {
            visitor.page().navigate(TOWNSHIP.address() + address + asked);
            if (visitor.page().locator("#username").count() > 0) {
                logInHere();
            }
            URI shown = URI.create(visitor.page().url());
            assertThat(shown.getAuthority()).as(address).isEqualTo(TOWNSHIP.address().getAuthority());
            assertThat(shown.getPath()).as(address).matches("/console(/.*)?");
        }
    }
}
