package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.service.identity.UserDirectory;
import org.coordinationledger.service.identity.UsersFile.FirstLogin;
import org.coordinationledger.standalone.ConsoleAddresses.Visit;
import org.coordinationledger.standalone.Visitor.Look;
import org.coordinationledger.view.QuerySideConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The console of a ledger on its first day, in which nothing is recorded yet. */
class ConsoleFirstDayTest {

    private static final String CONSOLE = "org.coordinationledger.console";
    private static final Server SERVER = Server.start(
            0, MongoServers.temporaryFolder("first-day"), new Store(null), Server.Output.QUIET);
    private static final FirstLogin ADMINISTRATOR =
            SERVER.bean(UserDirectory.class).takeFirstLogin().orElseThrow();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Visitor administrator(Look look) {
        return Visitor.of(SERVER.address(), look).login(ADMINISTRATOR.username(), ADMINISTRATOR.password());
    }

    @Test
    void every_page_that_needs_no_record_answers_and_says_what_to_do() {
        for (Look look : ConsoleAddresses.LOOKS) {
            try (Visitor visitor = administrator(look)) {
                ConsoleAddresses.PAGES.stream().filter(visit -> !visit.path().contains("{")).forEach(visit -> {
                    visitor.open(visit.path(), visit.status());
                    assertThat(visitor.text()).as(visit.path()).hasSizeGreaterThan(80);
                    visitor.assertFits(look.width());
                });
            }
        }
    }

    @Test
    void the_first_page_says_that_nothing_waits_and_where_to_look() {
        try (Visitor visitor = administrator(Look.USUAL)) {
            assertThat(visitor.address()).isEqualTo("/console");
            assertThat(visitor.text()).contains("Không có việc nào đang chờ", "Mục Hồ sơ có mọi hồ sơ");
            visitor.screenshot("first-day");
            visitor.assertAccessible();
        }
    }

    @Test
    void the_list_of_every_kind_says_that_there_is_none_and_what_to_try() {
        List<String> kinds = QuerySideConfiguration.VIEWS.all().stream().map(view -> view.resource()).toList();
        assertThat(kinds).contains("organisations", "cell-assignments");
        try (Visitor visitor = administrator(new Look("vi", Look.USUAL.scheme(), 320))) {
            for (String kind : kinds) {
                visitor.open("/console/records/" + kind);
                assertThat(visitor.text()).as(kind).contains("Không có hồ sơ nào", "chọn ngày khác");
                visitor.assertFits(320);
            }
        }
    }

    @Test
    void every_address_of_the_console_is_looked_at() throws IOException {
        SERVER.address().resolve("/console/login").toURL().openStream().close();
        Set<String> served = SERVER.bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(all -> ((RequestMappingHandlerMapping) all).getHandlerMethods().entrySet().stream())
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith(CONSOLE))
                .filter(mapping -> {
                    Set<RequestMethod> methods = mapping.getKey().getMethodsCondition().getMethods();
                    return methods.isEmpty() || methods.contains(RequestMethod.GET);
                })
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Stream.concat(
                        ConsoleAddresses.PAGES.stream().map(Visit::pattern), ConsoleAddresses.NO_PAGES.stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).isEqualTo(served);
    }
}
