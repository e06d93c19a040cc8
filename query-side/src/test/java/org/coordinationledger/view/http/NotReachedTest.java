package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.junit.jupiter.api.Test;

class NotReachedTest {

    /** How many may wait at a time. */
    private static final int WAITING = 32;

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

    @Test
    void those_who_wait_keep_nobody_else_waiting() throws Exception {
        QuerySide side = QuerySide.onEveryStore().findFirst().orElseThrow();
        String path = "/api/v1/members?waitForPosition=" + (side.bean(LedgerReader.class).tail() + 1_000_000);
        int asking = 120;
        ExecutorService clients = Executors.newFixedThreadPool(asking);
        CompletionService<String> answers = new ExecutorCompletionService<>(clients);
        for (int i = 0; i < asking; i++) {
            answers.submit(() -> side.getAs("recorder", path).type());
        }

        List<String> refused = take(answers, asking - WAITING);
        assertThat(side.getAs("recorder", "/health/liveness").status()).isEqualTo(200);
        assertThat(side.getAs("recorder", "/api/v1/members").status()).isEqualTo(200);
        List<String> waited = take(answers, WAITING);
        assertThat(refused).containsOnly("/problems/overloaded");
        assertThat(waited).containsOnly("/problems/position-not-reached");
        clients.shutdown();
    }

    private static List<String> take(CompletionService<String> answers, int count) throws Exception {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(answers.take().get());
        }
        return taken;
    }
}
