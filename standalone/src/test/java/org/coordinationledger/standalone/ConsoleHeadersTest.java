package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.Test;

/** What goes with the console's answers, and how much they weigh. */
class ConsoleHeadersTest {

    private static final int MOST_BYTES = 100_000;

    private final RunningDemo demo = RunningDemo.instance();

    private Visitor officer() {
        return Visitor.of(demo.address(), Look.USUAL)
                .login(ConsoleAddresses.OFFICER, demo.client().passwordOf(ConsoleAddresses.OFFICER));
    }

    private static void assertSafe(Response response) {
        Map<String, String> headers = response.allHeaders();
        assertThat(headers.get("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
                        "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(headers).containsEntry("x-content-type-options", "nosniff");
        assertThat(headers.get("cache-control")).contains("no-store");
        assertThat(headers.get("content-type")).isEqualTo("text/html;charset=UTF-8");
    }

    @Test
    void pages_are_not_kept_not_framed_and_run_no_script_of_their_own() {
        try (Visitor visitor = officer()) {
            assertSafe(visitor.open("/console"));
            assertSafe(visitor.open("/console/records"));
            assertSafe(visitor.open("/console/no-such-page", 404));
            visitor.context().clearCookies();
            assertSafe(visitor.open("/console/login"));
        }
    }

    @Test
    void files_of_pages_are_kept_and_compressed_and_the_first_page_is_light() {
        try (Visitor visitor = officer()) {
            List<Request> requests = new ArrayList<>();
            visitor.context().onRequestFinished(requests::add);
            visitor.context().clearCookies();
            visitor.context().newCDPSession(visitor.page()).send("Network.clearBrowserCache");
            visitor.open("/console/login");
            visitor.fillLogin(ConsoleAddresses.OFFICER, demo.client().passwordOf(ConsoleAddresses.OFFICER));
            visitor.page().waitForLoadState();

            long bytes = 0;
            List<String> files = new ArrayList<>();
            for (Request request : List.copyOf(requests)) {
                Response response = request.response();
                Map<String, String> headers = response.allHeaders();
                bytes += request.sizes().responseBodySize + request.sizes().responseHeadersSize;
                if (!request.resourceType().equals("document")) {
                    files.add(request.url());
                    assertThat(headers.get("cache-control")).as(request.url()).contains("max-age=31536000");
                    assertThat(headers).as(request.url()).containsEntry("x-content-type-options", "nosniff");
                    assertThat(request.url()).as("named by what is in it").matches(".*(-[0-9a-f]{32}|/\\d+\\.\\d+\\.\\d+/).*");
                }
                if (request.sizes().responseBodySize > 2_048) {
                    assertThat(headers).as(request.url()).containsEntry("content-encoding", "gzip");
                }
            }
            assertThat(files).hasSizeGreaterThan(3);
            assertThat(bytes).as("%s", files).isPositive().isLessThan(MOST_BYTES);
        }
    }
}
