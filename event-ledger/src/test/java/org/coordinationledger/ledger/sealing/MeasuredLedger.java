package org.coordinationledger.ledger.sealing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Locale;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.MongodProcess;

/** An empty ledger that is measured, on a {@code mongod} of its own. */
final class MeasuredLedger {

    private MeasuredLedger() {
    }

    /** What is measured. */
    interface Measurement {
        void of(SealedLedger ledger) throws Exception;
    }

    /** Measures on the {@code mongod} that {@code LEDGER_MONGOD} names, which it starts, and ends whatever comes. */
    static void measure(Measurement measurement) throws Exception {
        MongodProcess mongod =
                MongodProcess.start(MongoServers.mongod().orElseThrow(), MongoServers.temporaryFolder("measured"));
        try (MongoClient client = MongoClients.create(mongod.connectionString());
                SealedLedger ledger = new SealedLedger(client, "measured", MongoServers.temporaryFolder("pin"))) {
            ledger.gate.open();
            measurement.of(ledger);
        } finally {
            mongod.kill();
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
