package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the scenarios left is verified, by the side that owns it, when an auditor asks one side. */
@Tag(TwoSides.TAG)
class VerificationOverHttpTest {

    private static final List<String> PARTS = List.of("ledger", "views", "texts");

    static Stream<RunningDemo> services() {
        return Stream.concat(Stream.of(RunningDemo.instance()), RunningDemo.behindOneAddress().stream());
    }

    @ParameterizedTest
    @MethodSource("services")
    void entries_views_and_texts_of_all_features_are_sound(RunningDemo demo) throws IOException {
        Answer begun = demo.client().post("auditor", "/operations/verification", "{}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);

        Answer ended = Awaitility.await().atMost(Duration.ofMinutes(3)).until(
                () -> demo.client().get("auditor", "/operations/verification"),
                now -> PARTS.stream().allMatch(part -> ended(now, part)));

        for (String part : PARTS) {
            assertThat(ended.body().at("/" + part + "/state").asString()).as(ended.text()).isEqualTo("SOUND");
            assertThat(ended.body().at("/" + part + "/verified").asLong()).as(part).isGreaterThan(100);
        }
    }

    private static boolean ended(Answer now, String part) {
        String state = now.body().at("/" + part + "/state").asString("");
        return state.equals("SOUND") || state.equals("FAULTY");
    }
}
