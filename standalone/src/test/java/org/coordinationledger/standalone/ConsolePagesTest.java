package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coordinationledger.standalone.ConsoleAddresses.Visit;
import org.coordinationledger.standalone.Visitor.Look;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the console, on what the demo recorded, in a real browser. */
class ConsolePagesTest {

    private static final List<Integer> WIDTHS = List.of(320, 768, 1240);
    private static final int MOST_LINKS = 30;
    private static final Map<Known, Visitor> VISITORS = new HashMap<>();

    /** Who followed which link from any page; what all pages have is followed once. */
    private static final Set<String> FOLLOWED = new HashSet<>();

    /** Leads back to the page on which it stands. */
    private static final Pattern LANGUAGE = Pattern.compile("(/console/language/[a-z]+)\\?.*");

    private final RunningDemo demo = RunningDemo.instance();
    private final ConsoleAddresses addresses = new ConsoleAddresses(demo.client());

    private record Known(@Nullable String user, Look look) {}

    static Stream<Arguments> pages() {
        return ConsoleAddresses.LOOKS.stream()
                .flatMap(look -> ConsoleAddresses.PAGES.stream().map(visit -> Arguments.of(visit, look)));
    }

    @AfterAll
    static void leave() {
        VISITORS.values().forEach(Visitor::close);
        VISITORS.clear();
    }

    private Visitor visitor(@Nullable String user, Look look) {
        return VISITORS.computeIfAbsent(new Known(user, look), known -> newVisitor(user, look));
    }

    private Visitor newVisitor(@Nullable String user, Look look) {
        Visitor visitor = Visitor.of(demo.address(), look);
        return user == null ? visitor : visitor.login(user, demo.client().passwordOf(user));
    }

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("pages")
    void a_page_fits_all_widths_and_can_be_used_by_everyone(Visit visit, Look look) {
        Visitor visitor = visitor(visit.user(), look);
        visitor.resize(look.width());
        visitor.open(addresses.of(visit), visit.status());

        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(look.language());
        assertThat(visitor.page().title()).isNotBlank();
        assertThat(visitor.page().locator("h1").count()).isOne();
        assertThat(visitor.text()).doesNotContain("??", "console.");
        visitor.screenshot(name(visit) + "-" + look.language() + "-" + look.scheme().name().toLowerCase()
                + "-" + look.width());
        if (look.width() == Look.USUAL.width()) {
            visitor.assertAccessible();
        }
        WIDTHS.forEach(visitor::assertFits);
        visitor.assertUntroubled();
    }

    static Stream<Visit> visits() {
        return ConsoleAddresses.PAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("visits")
    void every_link_of_a_page_leads_somewhere_if_only_to_itself(Visit visit) {
        try (Visitor visitor = newVisitor(visit.user(), Look.USUAL)) {
            visitor.open(addresses.of(visit), visit.status());
            List<String> links = visitor.page().locator("a[href]").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .filter(link -> !link.startsWith("#"))
                    .distinct()
                    .limit(MOST_LINKS)
                    .toList();
            assertThat(links).isNotEmpty();
            for (String link : links) {
                String address = demo.address().resolve(visitor.address()).resolve(link).toString();
                if (!FOLLOWED.add(visit.user() + " " + LANGUAGE.matcher(address).replaceFirst("$1"))) {
                    continue;
                }
                int status = visitor.context().request().get(address).status();
                boolean itself = status == visit.status();
                assertThat(itself || status < 400).as("%s answers %d", link, status).isTrue();
            }
        }
    }

    private static String name(Visit visit) {
        return visit.path().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
