package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a client asks that offers forms, in one process and of the command side behind one address. */
@Tag(TwoSides.TAG)
class FormsOverHttpTest {

    private static final String ASSIGNMENTS = "/api/v1/cell-assignments";

    static Stream<RunningDemo> services() {
        return Stream.concat(Stream.of(RunningDemo.instance()), RunningDemo.behindOneAddress().stream());
    }

    @ParameterizedTest
    @MethodSource("services")
    void commands_and_possible_steps_are_told_beside_what_is_read(RunningDemo demo) throws IOException {
        OutsideClient client = demo.client();
        Commune.Post post = Commune.Post.known(client);
        JsonNode seat = client.get("auditor", ASSIGNMENTS + "?filter.stage=ASSIGNED&filter.post=" + post.id())
                .body().path("items").get(0);
        String address = ASSIGNMENTS + "/" + seat.path("id").asString();

        String decides = post.recorder().replace(".records", ".decides");
        Answer steps = client.get(decides, address + "/steps");
        assertThat(steps.status()).as(steps.text()).isEqualTo(200);
        assertThat(steps.header("ETag")).isEqualTo(client.get("auditor", address).header("ETag"));
        assertThat(allowed(steps)).contains("suspend", "end").doesNotContain("agree", "receive");
        assertThat(allowed(client.get(post.recorder(), address + "/steps"))).doesNotContain("suspend", "end");
        assertThat(allowed(client.get("auditor", address + "/steps"))).isEmpty();
        assertThat(client.get(post.recorder(), "/api/v1/commands").body().path("features").size())
                .isEqualTo(client.get(post.recorder(), "/api/v1/commands/begin").body().path("beginnings").size())
                .isPositive();
        assertThat(client.get("auditor", ASSIGNMENTS + "/steps").problem()).isEqualTo("/problems/unknown-record");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_command_is_tried_without_being_recorded(RunningDemo demo) throws IOException {
        Commune.Post post = Commune.Post.known(demo.client());
        long tail = demo.tail();

        Answer tried = demo.client().post(post.recorder(), "/api/v1/members?dryRun=true", """
                {"effectiveOn": "2021-01-01", "code": "DV-tried", "home": "%s", "membership": "OFFICIAL",
                 "illustrative": true, "personalData": {"name": "Nguyễn Văn Thử"}}""".formatted(post.id()));

        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.body().path("event").asString()).isEqualTo("member.registered");
        assertThat(demo.tail()).isEqualTo(tail);
    }

    private static List<String> allowed(Answer steps) {
        return steps.body().path("steps").valueStream()
                .filter(step -> step.path("allowed").asBoolean())
                .map(step -> step.path("step").asString())
                .toList();
    }
}
