package org.coordinationledger.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;

/** Both sides on the embedded store with Đồng Tháp's scenario recorded: one for all tests of this module. */
final class RunningDemo {

    private static final RunningDemo INSTANCE = new RunningDemo();

    private final Demonstration demonstration = Demonstration.of(List.of("dong-thap"));
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Server server;
    private final OutsideClient client;

    private RunningDemo() {
        Path folder = MongoServers.temporaryFolder("ledger-test");
        Path logins = folder.resolve("logins.csv");
        try {
            demonstration.writeLogins(Server.usersFile(folder), logins);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = Server.start(0, folder, new Store(null), Server.Output.QUIET);
        client = new OutsideClient(server.address(), logins);
        recordAgain();
    }

    /** Sends every command of the scenario under the same keys as ever, and reads the figures. */
    void recordAgain() {
        demonstration.record(server.address(), new PrintStream(shown, true, StandardCharsets.UTF_8));
    }

    static RunningDemo instance() {
        return INSTANCE;
    }

    Demonstration demonstration() {
        return demonstration;
    }

    /** What the demonstration told the person in front of it. */
    String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    OutsideClient client() {
        return client;
    }

    /** The position of the ledger's last entry. */
    long tail() {
        return server.bean(LedgerStore.class).tail();
    }
}
