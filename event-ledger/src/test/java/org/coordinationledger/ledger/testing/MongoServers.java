package org.coordinationledger.ledger.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.coordinationledger.ledger.embedded.EmbeddedMongo;

/**
 * The MongoDB servers that tests run on: the embedded one always, and a real one where it can be had. Each is started
 * once per JVM and stopped at its end.
 *
 * <p>The real one is the {@code mongod} that the environment names as {@value #MONGOD}, or the one on the path. Without
 * either, tests run on the embedded server only and say so; if the environment has {@value #REQUIRED} set to
 * {@code true}, they fail instead.
 */
public final class MongoServers {

    /** Names the mongod program. */
    public static final String MONGOD = "LEDGER_MONGOD";

    /** Whether tests must fail without a real MongoDB. */
    public static final String REQUIRED = "LEDGER_REQUIRE_REAL_MONGO";

    private static final Deque<Runnable> AT_EXIT = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(MongoServers::cleanUp));
    }

    private MongoServers() {
    }

    /** Runs something when the JVM ends; what was given last runs first. */
    static void atExit(Runnable step) {
        synchronized (AT_EXIT) {
            AT_EXIT.push(step);
        }
    }

    private static void cleanUp() {
        synchronized (AT_EXIT) {
            AT_EXIT.forEach(Runnable::run);
        }
    }

    /** The servers that every conformance test runs on; use as a method source. */
    public static Stream<TestServer> stores() {
        return Stream.concat(Stream.of(embedded()), realMongo().stream());
    }

    /** The embedded server. */
    public static TestServer embedded() {
        return Embedded.SERVER;
    }

    /**
     * The real server, as a replica set of one member.
     *
     * @throws IllegalStateException if there is none although the environment requires it
     */
    public static Optional<TestServer> realMongo() {
        return Real.SERVER;
    }

    /**
     * A replica set of three members, started when it is first asked for. Whoever takes members away MUST bring them back.
     *
     * @throws IllegalStateException if there is no mongod although the environment requires it
     */
    public static Optional<ReplicaSet> replicaSet() {
        return Three.SET;
    }

    /** The mongod program, for tests that start and kill their own. */
    public static Optional<Path> mongod() {
        String named = System.getenv(MONGOD);
        Optional<Path> found = named != null && !named.isBlank()
                ? Optional.of(Path.of(named))
                : Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "mongod"))
                        .filter(Files::isExecutable)
                        .findFirst();
        found.ifPresent(program -> {
            if (!Files.isExecutable(program)) {
                throw new IllegalStateException(MONGOD + " names " + program + ", which is no program");
            }
        });
        if (found.isEmpty() && "true".equals(System.getenv(REQUIRED))) {
            throw new IllegalStateException("a real MongoDB is required, but " + MONGOD
                    + " is not set and there is no mongod on the path");
        }
        return found;
    }

    /** A new folder that is removed when the JVM ends. */
    public static Path temporaryFolder(String name) {
        try {
            Path folder = Files.createTempDirectory(name);
            atExit(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            System.err.println("cannot remove " + folder + ": " + e.getMessage());
        }
    }

    private static final class Embedded {

        static final TestServer SERVER = start();

        private static TestServer start() {
            EmbeddedMongo mongo = EmbeddedMongo.open(temporaryFolder("embedded-mongo"));
            atExit(mongo::close);
            return new TestServer("embedded", mongo.connectionString());
        }
    }

    private static final class Real {

        static final Optional<TestServer> SERVER = start();

        private static Optional<TestServer> start() {
            Optional<Path> program = mongod();
            if (program.isEmpty()) {
                System.out.println("no real MongoDB found: testing the embedded store only");
                return Optional.empty();
            }
            MongodProcess process = MongodProcess.start(program.get(), temporaryFolder("mongod"));
            atExit(process::kill);
            return Optional.of(new TestServer("mongod", process.connectionString()));
        }
    }

    private static final class Three {

        static final Optional<ReplicaSet> SET =
                mongod().map(program -> ReplicaSet.start(program, temporaryFolder("replica-set")));
    }
}
