package org.coordinationledger.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.jspecify.annotations.Nullable;

/** {@code ledger serve} in a process of its own, which can be killed. */
final class LedgerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("The ledger answers at (\\S+)");
    private static final String STORE = "MONGODB_URI";
    private static final Set<String> STORES = Set.of(STORE, "LEDGER_KEYS_MONGODBURI");
    private static final int PATIENCE_SECONDS = 180;
    private static final int LINES_KEPT = 40;

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private LedgerProcess(Process process) {
        this.process = process;
    }

    /** A test on data of its own. */
    interface OnData {
        /** @param uri of the MongoDB that holds them, or null for the embedded store in the folder */
        void run(Path folder, Path logins, @Nullable String uri) throws Exception;
    }

    /** Has a test run on a fresh folder with logins and keys, and on a fresh database where the store has several. */
    static void onFreshData(TestServer store, String name, OnData test) throws Exception {
        Path folder = MongoServers.temporaryFolder(name);
        Path logins = folder.resolve("logins.csv");
        Demonstration.of(List.of("ninh-thuan")).writeLogins(Server.usersFile(folder), logins);
        Server.writeKeys(folder);
        if (store.isEmbedded()) {
            test.run(folder, logins, null);
            return;
        }
        try (TestDatabase database = store.freshDatabase()) {
            test.run(folder, logins, Store.withDatabase(store.connectionString(), database.name()));
        }
    }

    /**
     * Starts it on a free port; {@link #address()} waits until it answers.
     *
     * @param mongodbUri null for the embedded store in the folder
     */
    static LedgerProcess start(Path folder, @Nullable String mongodbUri) throws IOException {
        LedgerProcess ledger = new LedgerProcess(
                builder(mongodbUri, "serve", "--port", "0", "--data", folder).start());
        Thread reader = new Thread(ledger::readOutput, "ledger-process-output");
        reader.setDaemon(true);
        reader.start();
        return ledger;
    }

    /**
     * {@code ledger} with these arguments, in an environment that names this MongoDB and none else. What it says comes as one
     * stream.
     *
     * @param mongodbUri null for the embedded store
     */
    static ProcessBuilder builder(@Nullable String mongodbUri, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Ledger.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(STORES);
        if (mongodbUri != null) {
            builder.environment().put(STORE, mongodbUri);
        }
        return builder;
    }

    URI address() throws Exception {
        return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private void readOutput() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address.complete(URI.create(matcher.group(1)));
                }
                if (lastLines.size() == LINES_KEPT) {
                    lastLines.removeFirst();
                }
                lastLines.addLast(line);
            }
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
        address.completeExceptionally(
                new IllegalStateException("it ended before it answered:\n" + String.join("\n", lastLines)));
    }
}
