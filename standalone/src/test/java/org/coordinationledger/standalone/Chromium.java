package org.coordinationledger.standalone;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser that the console is looked at with, launched once for all tests of this module and ended with its JVM.
 *
 * <p>It is the Chromium that the environment names as {@value #PROGRAM}, or Debian's, preferably the one that has nothing
 * but pages. Where there is none, tests in a
 * browser are skipped and say so; if the environment has {@value #REQUIRED} set to {@code true}, they fail instead.
 */
final class Chromium {

    private static final String PROGRAM = "LEDGER_CHROMIUM";
    private static final String REQUIRED = "LEDGER_REQUIRE_CHROMIUM";
    private static final List<Path> DEBIANS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private Chromium() {}

    /** Skips the test where there is no browser. */
    static Browser browser() {
        return Launched.BROWSER.orElseGet(() -> Assumptions.abort("there is no Chromium to look at pages with"));
    }

    private static final class Launched {

        static final Optional<Browser> BROWSER = launch();

        private static Optional<Browser> launch() {
            String named = System.getenv(PROGRAM);
            List<Path> programs = named == null ? DEBIANS : List.of(Path.of(named));
            Path program = programs.stream().filter(Files::isExecutable).findFirst().orElse(null);
            if (program == null) {
                if ("true".equals(System.getenv(REQUIRED))) {
                    throw new IllegalStateException(REQUIRED + " is set, but none of " + programs + " is a program");
                }
                System.out.println("no Chromium found: the console is not tested in a browser");
                return Optional.empty();
            }
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return Optional.of(playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox"))));
        }
    }
}
