package org.coordinationledger.benchmark;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bson.Document;
import org.coordinationledger.benchmark.generated.LedgerGenerator;
import org.coordinationledger.benchmark.generated.LedgerPlan;
import org.coordinationledger.benchmark.measured.Report;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.MongodProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Option;

/** On which generated ledger, server and machine something is measured. */
final class LedgerOptions {

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

    /**
     * A ledger that is there to be measured.
     *
     * @param folder for the keys and the pin of this ledger: the same as in the run that generated it
     */
    record Generated(String address, Path folder) {}

    long events() {
        return events;
    }

    String heap() {
        return heap;
    }

    Path querySide() {
        return checkout.resolve("query-side/target/query-side-service.jar");
    }

    Path commandSide() {
        return checkout.resolve("command-side/target/command-side-service.jar");
    }

    Path auditor() {
        return checkout.resolve("auditor-tool/target/auditor.jar");
    }

    /** Measures on the server that was given, or on a mongod that is started for it and ended whatever comes. */
    void onServer(Consumer<String> measurement) {
        if (uri != null) {
            measurement.accept(uri);
            return;
        }
        Path program = MongoServers.mongod()
                .orElseThrow(() -> new IllegalStateException("give --mongodb-uri, or a mongod as LEDGER_MONGOD"));
        MongodProcess own = MongodProcess.start(program, MongoServers.temporaryFolder("measured"));
        try {
            measurement.accept(own.connectionString());
        } finally {
            own.kill();
        }
    }

    /** Generates a ledger of so many events, if it is not there. */
    Generated generated(String server, long size, Report written) {
        String address = address(server, "ledger_at_size_" + size);
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
            return new Generated(address, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address with a database in its path. */
    private static String address(String server, String database) {
        int path = server.indexOf('/', "mongodb://".length());
        String host = path < 0 ? server : server.substring(0, path);
        int options = server.indexOf('?');
        return host + "/" + database + (options < 0 ? "" : server.substring(options));
    }
}
