package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Processes of both sides are killed under load; those that are left carry on. Judged by a client outside that keeps a
 * list of what was acknowledged.
 *
 * <p>{@code -Dledger.kills=10} is the long form.
 */
@Tag(TwoSides.TAG)
class SidesKilledTest {

    private static final int KILLS = Integer.getInteger("ledger.kills", 1);
    private static final int COMMANDS_BETWEEN = 100;

    @Test
    void nothing_acknowledged_is_lost_or_doubled_and_the_views_are_carried_on() throws Exception {
        TwoSides sides = TwoSides.sharedOrSkip();
        try (Load load = Load.start(sides, "killed")) {
            for (int n = 0; n < KILLS; n++) {
                load.awaitMore(COMMANDS_BETWEEN);
                SideProcess decides = sides.commandSides().get(n % 2);
                decides.kill();
                load.awaitMore(COMMANDS_BETWEEN);
                decides.restart().awaitReady();

                SideProcess shows = projecting(sides);
                shows.kill();
                long killedAt = System.nanoTime();
                load.awaitMore(COMMANDS_BETWEEN);
                SideProcess left = sides.querySides().get(1 - sides.querySides().indexOf(shows));
                load.awaitShown(left, load.lastPosition());
                System.out.printf(
                        "the views were carried on by another process after %d ms%n",
                        Duration.ofNanos(System.nanoTime() - killedAt).toMillis());
                shows.restart().awaitReady();
            }
            load.finish();
            load.checkLedger();
            load.checkViews();
        }
    }

    /** The process that carries the views on now. */
    private static SideProcess projecting(TwoSides sides) {
        List<String> owners = sides.views().owners();
        assertThat(owners).hasSize(1);
        return sides.querySides().stream()
                .filter(side -> owners.get(0).startsWith(side.pid() + "@"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody here is " + owners));
    }

}
