package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The browser verifies a record by itself: whatever the server shows that is not what was signed, it says so. */
class ConsoleProofTest {

    private static final String AUDITOR = ConsoleAddresses.AUDITOR;

    private final RunningDemo demo = RunningDemo.instance();
    private final Visitor visitor = Visitor.of(demo.address(), Look.USUAL);
    private String record = "";

    @BeforeEach
    void login() throws IOException {
        visitor.login(AUDITOR, demo.client().passwordOf(AUDITOR));
        record = "/console/records/cell-assignments/" + demo.client().get(AUDITOR, "/api/v1/cell-assignments?limit=1")
                .body().at("/items/0/id").asString();
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    private Locator proof() {
        return visitor.page().locator(".evidence .proof");
    }

    @Test
    void a_record_as_it_was_signed_is_verified() {
        visitor.open(record);

        proof().and(visitor.page().locator(".good")).waitFor();
        assertThat(visitor.page().locator(".evidence .sealed").innerText()).contains("Đã niêm phong trong điểm kiểm");
        visitor.assertUntroubled();
    }

    @Test
    void the_case_file_is_downloaded_from_the_page_of_the_record_and_verifies() {
        visitor.open(record);

        Download file = visitor.page().waitForDownload(() -> visitor.page().click(".evidence .casefile a"));
        assertThat(file.suggestedFilename()).endsWith(".case.zip");
        AuditorRun check = AuditorRun.of("check", file.path());
        assertThat(check.code()).as(check.said()).isZero();
        visitor.assertUntroubled();
    }

    static Stream<Arguments> altered() {
        return Stream.of(
                Arguments.of("a letter of an entry", change("\\\\\"stream\\\\\"", "\\\\\"strean\\\\\"")),
                Arguments.of("an entry of another position", change("\"position\":(\\d+)", "\"position\":1$1")),
                Arguments.of("a hash of a path", change("\"path\":\\[\"[A-Za-z0-9+/]", "\"path\":[\"_".replace('_', 'x'))),
                Arguments.of("the size of the checkpoint", change("\\\\n(\\d+)\\\\n", "\\\\n1$1\\\\n")),
                Arguments.of("the signature", change("(\u2014 [^ ]+ [A-Za-z0-9+/]{8})[A-Za-z0-9+/]{4}", "$1AAAA")),
                Arguments.of("the first event left out", leftOut(0)),
                Arguments.of("an event in the middle left out", leftOut(1)));
    }

    private static UnaryOperator<String> change(String pattern, String by) {
        return text -> {
            String changed = text.replaceFirst(pattern, by);
            assertThat(changed).as("%s is there to be changed", pattern).isNotEqualTo(text);
            return changed;
        };
    }

    private static UnaryOperator<String> leftOut(int place) {
        return text -> {
            JsonNode page = JsonMapper.shared().readTree(text);
            assertThat(page.required("items").size()).isGreaterThan(place + 1);
            ((ArrayNode) page.required("items")).remove(place);
            return page.toString();
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("altered")
    void what_was_altered_on_the_way_is_not_verified(String what, UnaryOperator<String> alteration) {
        visitor.page().route("**/proofs?*", route -> alter(route, alteration));
        visitor.open(record);

        proof().and(visitor.page().locator(".bad")).waitFor();
        assertThat(proof().innerText()).contains("Không khớp: sự kiện ở vị trí");
    }

    private static void alter(Route route, UnaryOperator<String> alteration) {
        APIResponse answer = route.fetch();
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(alteration.apply(answer.text())));
    }
}
