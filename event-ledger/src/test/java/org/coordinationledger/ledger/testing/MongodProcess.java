package org.coordinationledger.ledger.testing;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A mongod of our own, a replica set of one member on a free loopback port, which may be killed and started again. */
public final class MongodProcess {

    static final String SET = "rs0";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path program;
    private final Path folder;
    private final int port;
    private final List<String> options;
    private Process process;

    private MongodProcess(Path program, Path folder, int port, List<String> options) {
        this.program = program;
        this.folder = folder;
        this.port = port;
        this.options = options;
        this.process = launch();
    }

    /** Starts a mongod with its data in this folder and waits until it takes writes. */
    public static MongodProcess start(Path program, Path folder) {
        MongodProcess mongod = new MongodProcess(program, folder, freePort(), List.of("--wiredTigerCacheSizeGB", "0.5"));
        mongod.initiate();
        return mongod;
    }

    /**
     * Starts one of several members of a set that somebody else initiates; does not wait. As docs/explanation/failover.md
     * advises, a member that copies from one that hangs turns to another sooner than by default.
     */
    static MongodProcess member(Path program, Path folder, int port) {
        return new MongodProcess(program, folder, port, List.of("--wiredTigerCacheSizeGB", "0.25", "--oplogSize", "256",
                "--setParameter", "oplogNetworkTimeoutBufferSeconds=1",
                "--setParameter", "oplogFetcherSteadyStateMaxFetcherRestarts=0"));
    }

    /** Where a driver connects. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port + "/?replicaSet=" + SET;
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again on the same data and port; does not wait. */
    public void restart() {
        process = launch();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Stops it where it is: its connections stay open and nobody answers, as on a machine that hangs. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on as if no time had passed. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
            if (!sent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || sent.exitValue() != 0) {
                throw new IllegalStateException("cannot send SIG" + name + " to mongod");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process launch() {
        List<String> words = new ArrayList<>(List.of(program.toString(),
                "--dbpath", folder.toString(), "--port", Integer.toString(port), "--bind_ip", "127.0.0.1",
                "--replSet", SET, "--logpath", folder.resolve("mongod.log").toString(),
                "--logappend", "--nounixsocket", "--setParameter", "diagnosticDataCollectionEnabled=false"));
        words.addAll(options);
        ProcessBuilder command = new ProcessBuilder(words);
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            return command.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + program, e);
        }
    }

    private void initiate() {
        try (MongoClient direct = MongoClients.create("mongodb://127.0.0.1:" + port
                + "/?directConnection=true&serverSelectionTimeoutMS=" + PATIENCE.toMillis())) {
            Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
            Document config = new Document("_id", SET).append("members", List.of(member));
            try {
                direct.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
            } catch (MongoCommandException e) {
                throw new IllegalStateException("cannot make a replica set of " + program, e);
            }
        }
        try (MongoClient client = MongoClients.create(connectionString()
                + "&serverSelectionTimeoutMS=" + PATIENCE.toMillis())) {
            // a write waits for the election, which a read of the admin database would not
            client.getDatabase("ready").getCollection("ready").insertOne(new Document());
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
