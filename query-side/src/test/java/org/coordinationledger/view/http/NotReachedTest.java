package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.junit.jupiter.api.Test;

class NotReachedTest {

    @Test
    void a_position_that_is_not_reached_in_ten_seconds_is_answered_with_when_to_ask_again() {
        QuerySide side = QuerySide.onEveryStore().findFirst().orElseThrow();
        long position = side.bean(LedgerReader.class).tail() + 1_000_000;

        Answer answer = side.getAs("recorder", "/api/v1/members?waitForPosition=" + position);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.type()).isEqualTo("/problems/position-not-reached");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.at("/position").longValue()).isEqualTo(position);
    }
}
