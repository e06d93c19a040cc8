package org.coordinationledger.benchmark;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.coordinationledger.benchmark.generated.LedgerGenerator;
import org.coordinationledger.benchmark.generated.LedgerPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records a generated ledger in a database. */
@Command(
        name = "generate",
        description = {
            "Record a generated ledger in an empty database of a MongoDB.",
            "The years are 2015 to 2026; recorded times are those of the days made up."
        },
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    private static final long TOLD_EACH_NANOS = 5_000_000_000L;

    @Option(names = "--events", defaultValue = "1000000", description = "How many. Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same records. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--mongodb-uri", required = true, description = "Its path names the database.")
    private String uri = "";

    @Override
    public Integer call() {
        ConnectionString address = new ConnectionString(uri);
        String database = address.getDatabase();
        if (database == null) {
            throw new IllegalArgumentException("the address names no database");
        }
        try (MongoClient client = MongoClients.create(address)) {
            generate(client, database, LedgerPlan.of(events, seed));
            return 0;
        }
    }

    static LedgerGenerator.Outcome generate(MongoClient client, String database, LedgerPlan plan) {
        long start = System.nanoTime();
        long[] next = {start + TOLD_EACH_NANOS};
        try (LedgerGenerator generator = new LedgerGenerator(client, database, recorded -> {
            long now = System.nanoTime();
            if (now >= next[0]) {
                next[0] = now + TOLD_EACH_NANOS;
                System.out.printf(Locale.ROOT, "%,d of %,d events recorded%n", recorded, plan.events());
            }
        })) {
            LedgerGenerator.Outcome outcome = generator.generate(plan);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%,d events in %,d commits in %.1f s: %,.0f events/s; %,d steps refused by a rule%n",
                    outcome.entries(), outcome.commits(), seconds, outcome.entries() / seconds, outcome.notRecorded());
            return outcome;
        }
    }
}
