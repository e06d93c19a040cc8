package org.coordinationledger.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.MongodProcess;
import org.junit.jupiter.api.Assumptions;

/**
 * The arrangement of {@code docker-compose.yml} without containers: a MongoDB replica set, processes of the command side
 * and the query side with the environment that the file gives them, and one address before them. Every process is
 * started at the same time, on an empty database.
 */
final class TwoSides implements AutoCloseable {

    /** Of tests with several processes of both sides, which run one after the other and share what they start. */
    static final String TAG = "two-sides";

    private static final String COMMAND_SIDE = "command-side";
    private static final String QUERY_SIDE = "query-side";
    private static final String INSIDE_QUERY_SIDE = "http://query-side:8080";
    private static final String INSIDE_MONGODB = "mongodb:27017";
    private static final String INSIDE_SECRETS = "/run/secrets";
    private static final String INSIDE_HOME = "/var/lib/ledger";

    private final Path folder = MongoServers.temporaryFolder("two-sides");
    private final Path logins = folder.resolve("logins.csv");
    private final ComposeFile compose = ComposeFile.read();
    private final Demonstration demonstration;
    private final String mongodb;
    private final MongoClient mongo;
    private final String database;
    private final List<SideProcess> commandSides = new ArrayList<>();
    private final List<SideProcess> querySides = new ArrayList<>();
    private final Runnable stopsMongodb;
    private List<String> errorsAtStart = List.of();

    private TwoSides(Demonstration demonstration, String mongodb, Runnable stopsMongodb) {
        this.demonstration = demonstration;
        this.mongodb = mongodb;
        this.stopsMongodb = stopsMongodb;
        this.mongo = MongoClients.create(mongodb);
        try {
            demonstration.writeLogins(Server.usersFile(folder), logins);
            Server.writeKeys(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int n = 1; n <= compose.replicas(QUERY_SIDE); n++) {
            querySides.add(SideProcess.start(
                    QUERY_SIDE + "-" + n, compose.jar(QUERY_SIDE), environment(QUERY_SIDE), folder));
        }
        Map<String, String> environment = environment(COMMAND_SIDE);
        environment.replaceAll((name, value) ->
                value.replace(INSIDE_QUERY_SIDE, querySides.get(0).address().toString()));
        for (int n = 1; n <= compose.replicas(COMMAND_SIDE); n++) {
            commandSides.add(
                    SideProcess.start(COMMAND_SIDE + "-" + n, compose.jar(COMMAND_SIDE), environment, folder));
        }
        this.database = new ConnectionString(environment.get("LEDGER_MONGODBURI")).getDatabase();
    }

    /** One with all scenarios' logins for all tests of this module that do not kill anything; empty where there is no mongod. */
    static Optional<TwoSides> shared() {
        return Shared.INSTANCE;
    }

    /** The shared one; where there is none, the test is skipped in sight of everybody. */
    static TwoSides sharedOrSkip() {
        return shared().orElseGet(() -> Assumptions.abort("there is no mongod to test several processes on"));
    }

    /** The shared one with all scenarios recorded. */
    static TwoSides recordedOrSkip() {
        TwoSides sides = sharedOrSkip();
        RunningDemo.behindOneAddress().orElseGet(() -> Assumptions.abort("there is no nginx to record through"));
        return sides;
    }

    private static final class Shared {

        /** The one whose records are looked at comes last. */
        static final Optional<TwoSides> INSTANCE = start(Demonstration.of(Demonstration.scenarioNames().stream()
                .sorted(Comparator.comparing("dong-thap"::equals))
                .toList()));
    }

    /** Starts everything on a mongod of its own and waits until it is ready; empty where there is no mongod. */
    static Optional<TwoSides> start(Demonstration demonstration) {
        return MongoServers.mongod().map(program -> {
            MongodProcess mongod = MongodProcess.start(program, MongoServers.temporaryFolder("two-sides-mongod"));
            return startOn(demonstration, mongod.connectionString(), mongod::kill);
        });
    }

    /**
     * Starts everything on a replica set and waits until it is ready.
     *
     * @param stopsMongodb run when this is closed
     */
    static TwoSides startOn(Demonstration demonstration, String mongodb, Runnable stopsMongodb) {
        TwoSides sides = new TwoSides(demonstration, mongodb, stopsMongodb);
        Runtime.getRuntime().addShutdownHook(new Thread(sides::stopAll));
        try {
            sides.processes().forEach(SideProcess::awaitReady);
            sides.errorsAtStart = sides.processes().stream()
                    .flatMap(side -> side.errors().stream())
                    .toList();
            return sides;
        } catch (RuntimeException | Error e) {
            sides.close();
            throw e;
        }
    }

    /** What any process logged as an error before all were ready. */
    List<String> errorsAtStart() {
        return errorsAtStart;
    }

    /** What the file says, with the names that hold inside put in place. */
    private Map<String, String> environment(String service) {
        String members = String.join(",", new ConnectionString(mongodb).getHosts());
        Map<String, String> environment = new LinkedHashMap<>();
        compose.environment(service)
                .forEach((name, value) -> environment.put(
                        name,
                        value.replace(INSIDE_MONGODB, members).replace(INSIDE_SECRETS, folder.toString())
                                .replace(INSIDE_HOME, folder.toString())));
        if (environment.equals(compose.environment(service))) {
            throw new IllegalStateException("the environment in docker-compose.yml names no server and no secret");
        }
        return environment;
    }

    List<SideProcess> commandSides() {
        return commandSides;
    }

    List<SideProcess> querySides() {
        return querySides;
    }

    List<SideProcess> processes() {
        return Stream.concat(commandSides.stream(), querySides.stream()).toList();
    }

    Demonstration demonstration() {
        return demonstration;
    }

    /** Somebody who knows the address of one process only. */
    OutsideClient clientOf(SideProcess side) {
        return new OutsideClient(side.address(), logins);
    }

    /** The CSV file with everybody's password. */
    Path logins() {
        return logins;
    }

    /** The one address before all processes; to be closed by the caller. */
    EntryProxy entry() {
        return EntryProxy.start(
                compose.nginxConfiguration(),
                commandSides.stream().map(SideProcess::port).toList(),
                querySides.stream().map(SideProcess::port).toList());
    }

    /** The stored ledger, read past the service; to be closed by the caller. */
    LedgerStore ledger() {
        return LedgerStore.builder(mongo, database).build();
    }

    StoredViews views() {
        return new StoredViews(mongo.getDatabase(database));
    }

    MongoClient mongo() {
        return mongo;
    }

    /** The database of the ledger and the views. */
    String database() {
        return database;
    }

    /** Nothing that was started outlives the tests. */
    private void stopAll() {
        processes().forEach(SideProcess::kill);
        stopsMongodb.run();
    }

    @Override
    public void close() {
        stopAll();
        mongo.close();
    }
}
