package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsOverHttpTest {

    private static final String TEXTS = "/api/v1/texts/";

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_text_is_shown_as_it_was_stored(QuerySide side) {
        String rules = "Điều 1. Nguyên tắc phối hợp\r\n";
        TextDigest digest = side.bean(TextStore.class)
                .store(rules.getBytes(StandardCharsets.UTF_8))
                .digest();

        Answer shown = side.getAs("auditor", TEXTS + digest);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(shown.header("ETag")).isEqualTo("\"" + digest + "\"");
        assertThat(shown.response().body()).isEqualTo(rules);
        Answer asJson = side.send(side.request(TEXTS + digest, "recorder").header("Accept", "application/json"));
        assertThat(asJson.response().body()).as("there is one form of a text").isEqualTo(rules);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_is_not_stored_or_no_digest_is_told_as_a_problem(QuerySide side) {
        Answer unknown = side.getAs("recorder", TEXTS + "0".repeat(64));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.type()).isEqualTo("/problems/unknown-record");
        assertThat(side.getAs("recorder", TEXTS + "0".repeat(63)).type())
                .isEqualTo("/problems/value/not-a-text-digest");
        assertThat(side.getAs("recorder", TEXTS + "0".repeat(64) + "?effectiveOn=2018-01-01").type())
                .isEqualTo("/problems/unknown-parameter");
        assertThat(side.getAs("recorder", "/api/v1/texts").type()).isEqualTo("/problems/unknown-resource");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_description_of_the_api_tells_how(QuerySide side) {
        assertThat(side.getAs("recorder", "/openapi").at("/paths/~1api~1v1~1texts~1{digest}/get/responses/200/content")
                        .has("text/plain;charset=UTF-8"))
                .isTrue();
    }
}
