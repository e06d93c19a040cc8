package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.standalone.Commune.Post;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An organisation is dissolved through one process while somebody is selected for it through another. Whichever is
 * recorded first, nobody is selected for what was already dissolved.
 *
 * <p>{@code -Dledger.race.rounds=1000} is the long form.
 */
@Tag(TwoSides.TAG)
class DissolutionRaceTest {

    private static final int ROUNDS = Integer.getInteger("ledger.race.rounds", 40);
    private static final long SEED = 4;

    /** By how much either side may be ahead, so that both win often enough. */
    private static final int HEAD_START_MICROS = 6_000;

    private final ExecutorService senders = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        senders.shutdownNow();
    }

    private interface Command {
        Answer send() throws IOException;
    }

    @Test
    void nobody_is_selected_for_an_organisation_that_was_dissolved_before() throws Exception {
        TwoSides sides = TwoSides.recordedOrSkip();
        OutsideClient one = sides.clientOf(sides.commandSides().get(0));
        OutsideClient other = sides.clientOf(sides.commandSides().get(1));
        Post post = Post.known(sides.clientOf(sides.querySides().get(0)));
        Random random = new Random(SEED);
        List<String> accepted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            OutsideClient dissolves = round % 2 == 0 ? one : other;
            OutsideClient selects = round % 2 == 0 ? other : one;
            String key = "race-" + round;
            Commune commune = new Commune();
            accept(commune.register(selects, key + "-register"), key + "-register", accepted);
            CyclicBarrier together = new CyclicBarrier(2);
            int headStart = random.nextInt(2 * HEAD_START_MICROS) - HEAD_START_MICROS;
            Future<Answer> dissolution =
                    race(together, headStart, () -> commune.dissolve(dissolves, key + "-dissolve"));
            Future<Answer> selection =
                    race(together, -headStart, () -> commune.select(selects, post, key + "-select"));
            accept(dissolution.get(1, TimeUnit.MINUTES), key + "-dissolve", accepted);
            Answer selected = selection.get(1, TimeUnit.MINUTES);
            if (selected.status() == 201) {
                accept(selected, key + "-select", accepted);
                assertThat(selected.body().path("position").asLong())
                        .isLessThan(dissolution.get().body().path("position").asLong());
            } else {
                assertRefusedAsDissolved(selected);
                refused.add(key + "-select");
            }
            assertRefusedAsDissolved(commune.select(dissolves, post, key + "-late"));
            refused.add(key + "-late");
        }
        try (LedgerStore ledger = sides.ledger()) {
            StoredLedger stored = StoredLedger.read(ledger);
            assertThat(stored.orphans()).isEmpty();
            Map<String, Integer> commits = stored.commitsByRequest();
            assertThat(accepted).allSatisfy(key -> assertThat(commits).containsEntry(key, 1));
            assertThat(refused).allSatisfy(key -> assertThat(commits).doesNotContainKey(key));
        }
        int dissolvedFirst = refused.size() - ROUNDS;
        System.out.printf(
                "%d races: %d times the selection was first, %d times the dissolution%n",
                ROUNDS, ROUNDS - dissolvedFirst, dissolvedFirst);
        assertThat(dissolvedFirst).as("both sides win some races").isBetween(1, ROUNDS - 1);
    }

    private Future<Answer> race(CyclicBarrier together, int waitMicros, Command command) {
        return senders.submit(() -> {
            together.await(1, TimeUnit.MINUTES);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(Math.max(0, waitMicros)));
            return command.send();
        });
    }

    private static void accept(Answer answer, String key, List<String> accepted) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        accepted.add(key);
    }

    private static void assertRefusedAsDissolved(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo(Commune.DISSOLVED);
    }
}
