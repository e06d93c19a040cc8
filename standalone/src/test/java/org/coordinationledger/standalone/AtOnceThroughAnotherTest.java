package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.coordinationledger.standalone.Commune.Post;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every process decides on all that any process recorded before it was asked. */
@Tag(TwoSides.TAG)
class AtOnceThroughAnotherTest {

    private static final int ROUNDS = Integer.getInteger("ledger.at-once.rounds", 8);

    @Test
    void what_one_process_recorded_is_known_to_the_other_at_once() throws IOException {
        TwoSides sides = TwoSides.recordedOrSkip();
        Post post = Post.known(sides.clientOf(sides.querySides().get(0)));
        List<OutsideClient> processes =
                sides.commandSides().stream().map(sides::clientOf).toList();
        for (int round = 0; round < ROUNDS; round++) {
            OutsideClient one = processes.get(round % 2);
            OutsideClient other = processes.get((round + 1) % 2);
            String key = "at-once-" + round;
            Commune commune = new Commune();
            recorded(commune.register(one, key + "-register"));
            String member = recorded(post.register(other, key)).body().path("id").asString();
            recorded(commune.select(one, post.with(member), key + "-by-one"));
            recorded(commune.rename(other, key + "-rename"));
            recorded(commune.select(other, post.with(member), key + "-by-other"));
            recorded(commune.dissolve(one, key + "-dissolve"));
            Answer late = commune.select(other, post.with(member), key + "-late");
            assertThat(late.status()).as(late.text()).isEqualTo(409);
            assertThat(late.problem()).isEqualTo(Commune.DISSOLVED);
        }
    }

    @Test
    void a_request_that_one_process_took_is_known_to_the_other_at_once() throws IOException {
        TwoSides sides = TwoSides.sharedOrSkip();
        OutsideClient one = sides.clientOf(sides.commandSides().get(0));
        OutsideClient other = sides.clientOf(sides.commandSides().get(1));
        for (int round = 0; round < ROUNDS; round++) {
            Commune commune = new Commune();
            Answer first = recorded(commune.register(one, "twice-" + round));
            Answer again = recorded(commune.register(other, "twice-" + round));
            assertThat(again.body().path("repeated").asBoolean()).isTrue();
            assertThat(again.body().path("position")).isEqualTo(first.body().path("position"));
        }
    }

    private static Answer recorded(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
