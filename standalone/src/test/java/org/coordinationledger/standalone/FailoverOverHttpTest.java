package org.coordinationledger.standalone;

import java.nio.file.Path;
import java.util.List;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.ReplicaSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The primary of three members is killed under load from outside. Callers are answered, or told to come again; nothing
 * acknowledged is lost or doubled, and the views are those of the ledger.
 *
 * <p>{@code -Dledger.http.elections=10} is the long form.
 */
@Tag(TwoSides.TAG)
class FailoverOverHttpTest {

    private static final int ELECTIONS = Integer.getInteger("ledger.http.elections", 1);
    private static final int COMMANDS_BETWEEN = 100;

    @Test
    void callers_hear_of_an_election_only_that_they_should_come_again() throws Exception {
        Path program = MongoServers.mongod()
                .orElseGet(() -> Assumptions.abort("there is no mongod to make a replica set of"));
        ReplicaSet set = ReplicaSet.start(program, MongoServers.temporaryFolder("two-sides-set"));
        Demonstration nothingRecorded = Demonstration.of(List.of("ninh-thuan"));
        try (TwoSides sides = TwoSides.startOn(nothingRecorded, set.connectionString(), set::end);
                Load load = Load.start(sides, "failover")) {
            for (int n = 0; n < ELECTIONS; n++) {
                load.awaitMore(COMMANDS_BETWEEN);
                set.kill(set.awaitPrimary());
                set.awaitPrimary();
                load.awaitMore(COMMANDS_BETWEEN);
                set.mend();
            }
            load.finish();
            load.checkLedger();
            load.checkViews();
        }
    }
}
