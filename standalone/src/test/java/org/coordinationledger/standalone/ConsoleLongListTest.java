package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A list of ten thousand records in a browser: it comes in pages, says that it is long, and one record is found in it. On a
 * real MongoDB where there is one; the embedded store is no place for so many.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleLongListTest {

    private static final int CELLS = 10_000;
    private static final int WRITERS = 8;
    private static final int MOST_ROWS = 100;
    private static final String LIST = "/console/records/organisations?filter.kind=CELL";
    private static final String NEXT = "a[rel=next]";

    private final TestServer store = MongoServers.realMongo().orElseGet(MongoServers::embedded);
    private final TestDatabase database = store.freshDatabase();
    private final Township township;

    ConsoleLongListTest() throws IOException {
        township = new Township(
                List.of("commune"), Clock.systemUTC(), StoreSettings.of(store, database).toArray(String[]::new));
    }

    @AfterAll
    void leave_nothing_behind() {
        township.close();
        database.close();
    }

    @BeforeAll
    void record_ten_thousand_cells() throws Exception {
        township.register("commune", "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã Đông", Map.of());
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> written = new ArrayList<>();
            for (int number = 1; number <= CELLS; number++) {
                int each = number;
                written.add(writers.submit(() -> township.register(
                        "cell-" + each, "CELL", "Chi bộ ấp " + each, Map.of("partySuperior", "commune"))));
            }
            for (Future<?> one : written) {
                one.get(5, TimeUnit.MINUTES);
            }
        } finally {
            writers.shutdownNow();
        }
        township.waitFor(township.tail());
    }

    private static List<String> rows(Visitor visitor) {
        return visitor.page().locator("tbody th a").allInnerTexts();
    }

    @Test
    void its_pages_are_turned_and_say_that_it_is_long() {
        try (Visitor visitor = Visitor.of(township.address(), Look.USUAL).login("commune.records", Township.PASSWORD)) {
            visitor.open(LIST);
            assertThat(visitor.page().locator(".count").innerText()).isEqualTo("Trên 1.000 hồ sơ; hãy lọc bớt");
            List<String> seen = new ArrayList<>();
            for (int page = 0; page < 5; page++) {
                List<String> rows = rows(visitor);
                assertThat(rows).hasSizeBetween(10, MOST_ROWS).noneMatch(seen::contains);
                seen.addAll(rows);
                visitor.click(NEXT);
            }
            visitor.page().goBack();
            assertThat(rows(visitor)).isEqualTo(seen.subList(seen.size() - rows(visitor).size(), seen.size()));
            visitor.assertAccessible();
        }
    }

    @Test
    void one_record_is_found_in_it_on_a_phone() {
        Look phone = new Look("vi", ColorScheme.LIGHT, 320);
        try (Visitor visitor = Visitor.of(township.address(), phone).login("commune.records", Township.PASSWORD)) {
            visitor.open(LIST);
            visitor.assertFits(320);
            visitor.assertAccessible();
            visitor.page().fill("header [name=q]", "chi bo ap 7777");
            visitor.page().press("header [name=q]", "Enter");
            visitor.click("main a:text-is('Chi bộ ấp 7777')");
            assertThat(visitor.page().locator("h1").innerText()).startsWith("Chi bộ ấp 7777");
        }
    }
}
