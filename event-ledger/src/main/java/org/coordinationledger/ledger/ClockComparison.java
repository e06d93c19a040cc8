package org.coordinationledger.ledger;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Compares this machine's clock with the server's, at first use and then now and then. Used by one thread. */
final class ClockComparison {

    private static final long NANOS_BETWEEN = Duration.ofSeconds(10).toNanos();

    private final Clock system;
    private final Duration greatestSkew;
    private final Supplier<Instant> serverTime;
    private @Nullable Long agreedAtNanos;

    ClockComparison(Clock system, Duration greatestSkew, Supplier<Instant> serverTime) {
        this.system = system;
        this.greatestSkew = greatestSkew;
        this.serverTime = serverTime;
    }

    static Supplier<Instant> timeOf(MongoDatabase admin) {
        return () -> admin.runCommand(new Document("hello", 1)).getDate("localTime").toInstant();
    }

    /**
     * Asks the server unless the clocks agreed a moment ago.
     *
     * @throws ClockSkewException if they are certainly further apart than allowed, however long the answer took
     */
    void check() {
        if (agreedAtNanos != null && System.nanoTime() - agreedAtNanos < NANOS_BETWEEN) {
            return;
        }
        agreedAtNanos = null;
        Instant before = system.instant();
        Instant server = serverTime.get();
        Instant after = system.instant();
        if (server.isBefore(before.minus(greatestSkew)) || server.isAfter(after.plus(greatestSkew))) {
            throw new ClockSkewException("this machine's clock says " + after + ", the database server's " + server
                    + ": more than " + greatestSkew + " apart");
        }
        agreedAtNanos = System.nanoTime();
    }
}
