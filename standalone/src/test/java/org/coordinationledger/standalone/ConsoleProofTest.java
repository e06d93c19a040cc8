package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
import tools.jackson.databind.node.ObjectNode;

/** The browser verifies a record by itself: whatever the server shows that is not what was signed, it says so. */
class ConsoleProofTest {

    private static final String AUDITOR = ConsoleAddresses.AUDITOR;
    private static final String ZEROES = "A".repeat(43) + "=";

    private final RunningDemo demo = RunningDemo.instance();
    private final Visitor visitor = Visitor.of(demo.address(), Look.USUAL);
    private String record = "";

    @BeforeEach
    void login() throws IOException {
        visitor.login(AUDITOR, demo.client().passwordOf(AUDITOR));
        String id = demo.client().get(AUDITOR, "/api/v1/cell-assignments?limit=1").body().at("/items/0/id").asString();
        record = "/console/records/cell-assignments/" + id;
        demo.recordHeads();
        Awaitility.await("the root of record heads is sealed").atMost(Duration.ofSeconds(20)).until(() ->
                demo.client().get(AUDITOR, "/api/v1/cell-assignments/" + id + "/proofs").body().has("head"));
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
        assertThat(proof().innerText()).contains("không sự kiện nào của hồ sơ bị bỏ ra ngoài");
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
                Arguments.of("a letter of an entry", changeOfItems("\\\\\"stream\\\\\"", "\\\\\"strean\\\\\"")),
                Arguments.of("an entry of another position", changeOfItems("\"position\":(\\d+)", "\"position\":1$1")),
                Arguments.of("a hash of a path", changeOfItems("\"path\":\\[\"[^\"]+", "\"path\":[\"" + ZEROES)),
                Arguments.of("the size of the checkpoint", change("\\\\n(\\d+)\\\\n", "\\\\n1$1\\\\n")),
                Arguments.of("the signature", change("(\u2014 [^ ]+ [A-Za-z0-9+/]{8})[A-Za-z0-9+/]{4}", "$1AAAA")),
                Arguments.of("the first event left out", leftOut(0)),
                Arguments.of("an event in the middle left out", leftOut(1)));
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                Arguments.of("the last event left out, and not counted", page(page -> {
                    ArrayNode items = (ArrayNode) page.required("items");
                    items.remove(items.size() - 1);
                    page.put("entries", page.required("entries").asLong() - 1);
                })),
                Arguments.of("the head of an earlier step", head(head -> leaf(head, "sequence", -1))),
                Arguments.of("the head at another position", head(head -> leaf(head, "position", -1))),
                Arguments.of("another hash on the way to the root", head(head -> {
                    ArrayNode path = (ArrayNode) head.required("head").required("path");
                    path.set(0, ZEROES);
                })),
                Arguments.of("no head at all, as of a record that had not begun", head(head -> head.remove("head"))),
                Arguments.of("a root that was never recorded", head(head -> head.put(
                        "entry", head.required("entry").asString().replaceFirst("\"root\":\"[0-9a-f]+", "\"root\":\"" + "0".repeat(64))))),
                Arguments.of("a tree of fewer entries", head(head -> head.put("size", head.required("size").asLong() - 1))));
    }

    private static UnaryOperator<String> page(Consumer<ObjectNode> alteration) {
        return text -> {
            ObjectNode page = (ObjectNode) JsonMapper.shared().readTree(text);
            alteration.accept(page);
            assertThat(page.toString()).isNotEqualTo(text);
            return page.toString();
        };
    }

    private static UnaryOperator<String> head(Consumer<ObjectNode> alteration) {
        return page(page -> alteration.accept((ObjectNode) page.required("head")));
    }

    private static void leaf(ObjectNode head, String field, long more) {
        ObjectNode leaf = (ObjectNode) head.required("head");
        leaf.put(field, leaf.required(field).asLong() + more);
    }

    /** What no look at the events alone shows: each of those that are left stands where it was signed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void a_record_that_ends_elsewhere_by_the_tree_of_heads_is_not_complete(String what, UnaryOperator<String> alteration) {
        visitor.page().route("**/proofs?*", route -> alter(route, alteration));
        visitor.open(record);

        proof().and(visitor.page().locator(".bad")).waitFor();
        assertThat(proof().innerText()).contains("Không đầy đủ: theo cây bước cuối");
    }

    private static UnaryOperator<String> change(String pattern, String by) {
        return text -> {
            String changed = text.replaceFirst(pattern, by);
            assertThat(changed).as("%s is there to be changed", pattern).isNotEqualTo(text);
            return changed;
        };
    }

    private static UnaryOperator<String> changeOfItems(String pattern, String by) {
        return text -> {
            int items = text.indexOf("\"items\":[");
            return text.substring(0, items) + change(pattern, by).apply(text.substring(items));
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
