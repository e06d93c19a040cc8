package org.coordinationledger.ledger.sealing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Locale;
import java.util.UUID;
import org.coordinationledger.ledger.testing.MongoServers;

/** An empty ledger that is measured. */
final class MeasuredLedger {

    private MeasuredLedger() {
    }

    /** Measures on a new database of a server, which is dropped whatever comes. */
    static void measure(String server, Measurement measurement) {
        String database = "measured_" + UUID.randomUUID();
        try (MongoClient client = MongoClients.create(server)) {
            try (SealedLedger ledger = new SealedLedger(client, database, MongoServers.temporaryFolder("pin"))) {
                ledger.gate.open();
                measurement.of(ledger);
            } finally {
                client.getDatabase(database).drop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    /** What is measured. */
    interface Measurement {
        void of(SealedLedger ledger) throws InterruptedException;
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
