package org.coordinationledger.benchmark;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.coordinationledger.benchmark.generated.LedgerGenerator;
import org.coordinationledger.benchmark.generated.LedgerPlan;
import org.coordinationledger.benchmark.measured.AtSize;
import org.coordinationledger.benchmark.measured.Report;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.MongodProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Generates a ledger where there is none, and measures both sides on it. */
@Command(
        name = "at-size",
        description = {
            "Measure both sides of the service on a generated ledger.",
            "On the MongoDB server given, or on a new mongod that the environment's LEDGER_MONGOD names.",
            "A ledger that is there already is used as it is."
        },
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {

    private static final long SMALL = 5_000;

    @Option(names = "--events", defaultValue = "1000000", description = "How many. Default: ${DEFAULT-VALUE}.")
    private long events;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same records. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--mongodb-uri", description = "A server, without a database. Default: a new mongod.")
    private @Nullable String uri;

    @Option(names = "--heap", defaultValue = "512m", description = "-Xmx of each side. Default: ${DEFAULT-VALUE}.")
    private String heap = "";

    @Option(names = "--checkout", defaultValue = ".", description = "Where the modules were built. Default: here.")
    private Path checkout = Path.of(".");

    @Option(names = "--report", defaultValue = "benchmarks/target/at-size.md", description = "Default: ${DEFAULT-VALUE}.")
    private Path report = Path.of("");

    @Override
    public Integer call() {
        MongodProcess own = uri == null ? mongod() : null;
        try {
            measure(own == null ? String.valueOf(uri) : own.connectionString());
            return 0;
        } finally {
            if (own != null) {
                own.kill();
            }
        }
    }

    private static MongodProcess mongod() {
        Path program = MongoServers.mongod()
                .orElseThrow(() -> new IllegalStateException("give --mongodb-uri, or a mongod as LEDGER_MONGOD"));
        return MongodProcess.start(program, MongoServers.temporaryFolder("at-size"));
    }

    private void measure(String server) {
        String large = address(server, "ledger_at_size_" + events);
        String small = address(server, "ledger_at_size_" + SMALL);
        Report written = new Report(report);
        Path ofLarge = generate(large, events, written);
        Path ofSmall = generate(small, SMALL, written);
        Path query = checkout.resolve("query-side/target/query-side-service.jar");
        Path command = checkout.resolve("command-side/target/command-side-service.jar");
        new AtSize(query, command, ofLarge, large, heap, written).measureReads();
        new AtSize(query, command, ofSmall, small, heap, written)
                .measureCommands("a ledger of %,d events".formatted(SMALL));
        new AtSize(query, command, ofLarge, large, heap, written)
                .measureCommands("a ledger of %,d events".formatted(events));
    }

    /** The server's address with a database in its path. */
    private static String address(String server, String database) {
        int path = server.indexOf('/', "mongodb://".length());
        String host = path < 0 ? server : server.substring(0, path);
        int options = server.indexOf('?');
        return host + "/" + database + (options < 0 ? "" : server.substring(options));
    }

    /**
     * Generates a ledger, if it is not there.
     *
     * @return a folder for the keys and the pin of this ledger: the same as in the run that generated it
     */
    private Path generate(String address, long size, Report written) {
        try (MongoClient client = MongoClients.create(new ConnectionString(address))) {
            String database = String.valueOf(new ConnectionString(address).getDatabase());
            long there;
            try (LedgerStore store = LedgerStore.builder(client, database).build()) {
                there = store.tail() + 1;
            }
            Path folder = uri == null
                    ? MongoServers.temporaryFolder(database)
                    : checkout.resolve("benchmarks/target/" + database);
            if (there == 0) {
                FileSystemUtils.deleteRecursively(folder);
                LedgerGenerator.Outcome outcome = GenerateCommand.generate(client, database, LedgerPlan.of(size, seed));
                written.line("%s: generated %,d events in %,d commits", database, outcome.entries(), outcome.commits());
            } else if (!Files.isDirectory(folder)) {
                throw new IllegalStateException("the keys of this ledger were in " + folder
                        + ", which is gone: drop the databases " + database + " and " + database + "_keys first");
            } else {
                written.line("%s: %,d events were there", database, there);
            }
            Document stats = client.getDatabase(database).runCommand(
                    new Document("collStats", "ledger").append("scale", 1 << 20));
            written.line("%s: ledger of %s documents, %s MB of data, %s MB on disk, %s MB of indexes", database,
                    stats.get("count"), stats.get("size"), stats.get("storageSize"), stats.get("totalIndexSize"));
            Document build = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
            written.line("MongoDB %s", build.getString("version"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
