package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody in front of a browser of their own. What goes wrong unseen (an error of a script, a file that is missing, a
 * policy that was broken) fails the test at {@link #assertUntroubled()} or at the end of the visit.
 */
final class Visitor implements AutoCloseable {

    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 20_000;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final URI server;
    private final BrowserContext context;
    private final Page page;
    private final Set<Integer> expected = new HashSet<>();
    private final List<String> troubles = new ArrayList<>();
    private int status;

    /**
     * How somebody looks at pages.
     *
     * @param language of the pages: {@code vi} or {@code en}
     * @param width of the window, in pixels of CSS
     */
    record Look(String language, ColorScheme scheme, int width) {

        static final Look USUAL = new Look("vi", ColorScheme.LIGHT, 1240);

        @Override
        public String toString() {
            return language + ", " + scheme.name().toLowerCase(Locale.ROOT) + ", " + width + " px";
        }
    }

    private Visitor(URI server, Look look, boolean scripts) {
        this.server = server;
        this.context = Chromium.browser().newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setColorScheme(look.scheme())
                .setViewportSize(look.width(), HEIGHT)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addCookies(List.of(new Cookie("language", look.language()).setUrl(server + "/console")));
        context.onResponse(response -> {
            boolean page = response.request().isNavigationRequest();
            boolean asked = page && expected.contains(response.status());
            if (page) {
                status = response.status();
            }
            if (response.status() >= 400 && !asked) {
                troubles.add(response.status() + " for " + response.url());
            }
        });
        context.onRequestFailed(request -> {
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                troubles.add(request.failure() + " for " + request.url());
            }
        });
        this.page = context.newPage();
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            boolean bad = message.type().equals("error") || message.type().equals("warning");
            if (bad && !message.text().startsWith("Failed to load resource")) {
                troubles.add(message.text());
            }
        });
    }

    /** Somebody whose language is that of the look, whatever the browser asks for. */
    static Visitor of(URI server, Look look) {
        return new Visitor(server, look, true);
    }

    /** Somebody whose browser runs no scripts. */
    static Visitor withoutScripts(URI server, Look look) {
        return new Visitor(server, look, false);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** The status with which the page that is shown was answered. */
    int status() {
        return status;
    }

    /** Path and query of the page that is shown. */
    String address() {
        assertThat(page.url()).startsWith(server + "/");
        return page.url().substring(server.toString().length());
    }

    Visitor login(String user, String password) {
        open("/console/login");
        fillLogin(user, password);
        assertThat(page.locator("#username").count()).as("%s is still asked to log in", user).isZero();
        return this;
    }

    /** Fills in the page for logging in that is shown, and sends it. */
    void fillLogin(String user, String password) {
        page.fill("#username", user);
        page.fill("#password", password);
        click("main button");
    }

    /** Clicks on what leads to another page, and waits until this is there. */
    void click(String selector) {
        turn(() -> page.click(selector));
    }

    /** Opens an address that MUST answer with a page. */
    Response open(String path) {
        return open(path, 200);
    }

    /** Opens an address that MUST answer with a status. */
    Response open(String path, int status) {
        expect(status);
        Response response = page.navigate(server + path);
        assertThat(response.status()).as(path).isEqualTo(status);
        return response;
    }

    /** Says that pages with a status of failure are asked for from now on. */
    void expect(int status) {
        expected.add(status);
    }

    /** Sends a form with these fields to a path, as a page of the console would, and returns the status of the answer. */
    int post(String path, Map<String, String> fields) {
        AtomicInteger status = new AtomicInteger();
        context.onResponse(response -> {
            if (response.request().method().equals("POST")) {
                status.set(response.status());
            }
        });
        turn(() -> page.evaluate("""
                ([path, fields]) => {
                  const form = Object.assign(document.createElement("form"), {method: "post", action: path});
                  for (const [name, value] of Object.entries(fields)) {
                    form.append(Object.assign(document.createElement("input"), {type: "hidden", name, value}));
                  }
                  document.body.append(form);
                  form.submit();
                }""", List.of(path, fields)));
        return status.get();
    }

    /** Does what leads to another page, and waits until this is there. */
    void turn(Runnable step) {
        page.evaluate("() => { document.documentElement.dataset.left = 'yes'; }");
        step.run();
        page.locator("html:not([data-left])").waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState();
    }

    /** The token against forgery that the page's forms carry. */
    String token() {
        return page.locator("input[name=_csrf]").first().inputValue();
    }

    /** What people read on the page. */
    String text() {
        return page.locator("main").innerText();
    }

    void resize(int width) {
        page.setViewportSize(width, HEIGHT);
    }

    /** Fails if the page has to be moved sideways to be read. */
    void assertFits(int width) {
        resize(width);
        int needed = (int) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(needed).as("%s at %d px", address(), width).isLessThanOrEqualTo(width);
    }

    /** Fails on any violation of WCAG 2.2, level AA, that can be found without a person. */
    void assertAccessible() {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " at " + node.getTarget() + ": " + node.getFailureSummary()
                                        + " " + node.getHtml())))
                .as(address())
                .isEmpty();
    }

    /** Keeps the whole page as a picture under {@code target/screenshots}. */
    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    void assertUntroubled() {
        List<String> found = List.copyOf(troubles);
        troubles.clear();
        assertThat(found).isEmpty();
    }

    @Override
    public void close() {
        context.close();
        assertUntroubled();
    }
}
