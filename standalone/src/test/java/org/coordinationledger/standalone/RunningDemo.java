package org.coordinationledger.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.recordheads.command.RecordHeadsRun;

/** A running service with Đồng Tháp's scenario recorded last. Each kind is started once for all tests of this module. */
final class RunningDemo {

    private final String name;
    private final Demonstration demonstration;
    private final URI address;
    private final OutsideClient client;
    private final LongSupplier tail;
    private final Runnable recordHeads;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private RunningDemo(
            String name,
            Demonstration demonstration,
            URI address,
            Path logins,
            LongSupplier tail,
            Runnable recordHeads) {
        this.name = name;
        this.demonstration = demonstration;
        this.address = address;
        this.client = new OutsideClient(address, logins);
        this.tail = tail;
        this.recordHeads = recordHeads;
        recordAgain();
    }

    /** Both sides in this process on the embedded store, with this scenario alone. */
    static RunningDemo instance() {
        return OneProcess.INSTANCE;
    }

    /** The arrangement of {@code docker-compose.yml} with all scenarios; empty where it cannot be started. */
    static Optional<RunningDemo> behindOneAddress() {
        return BehindOneAddress.INSTANCE;
    }

    private static final class OneProcess {

        static final RunningDemo INSTANCE = start();

        private static RunningDemo start() {
            Demonstration demonstration = Demonstration.of(List.of("dong-thap"));
            Path folder = MongoServers.temporaryFolder("ledger-test");
            Path logins = folder.resolve("logins.csv");
            try {
                demonstration.writeLogins(Server.usersFile(folder), logins);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Server server = Server.start(0, folder, new Store(null), Server.Output.QUIET);
            return new RunningDemo(
                    "one process", demonstration, server.address(), logins,
                    () -> server.bean(LedgerStore.class).tail(),
                    () -> server.bean(RecordHeadsRun.class).run());
        }
    }

    private static final class BehindOneAddress {

        static final Optional<RunningDemo> INSTANCE = start();

        private static Optional<RunningDemo> start() {
            if (EntryProxy.program().isEmpty()) {
                System.out.println("no nginx found: the arrangement behind one address is not tested");
                return Optional.empty();
            }
            return TwoSides.shared().map(sides -> {
                EntryProxy entry = sides.entry();
                Runtime.getRuntime().addShutdownHook(new Thread(entry::close));
                return new RunningDemo(
                        "two sides behind one address", sides.demonstration(), entry.address(), sides.logins(),
                        sides.ledger()::tail, () -> {
                            throw new UnsupportedOperationException("the other process records them by its schedule");
                        });
            });
        }
    }

    /** Sends every command of the scenarios under the same keys as ever, and reads the figures. */
    void recordAgain() {
        demonstration.record(address, new PrintStream(shown, true, StandardCharsets.UTF_8));
    }

    /** Has the root of record heads recorded, unless it was in this hour; in one process alone. */
    void recordHeads() {
        recordHeads.run();
    }

    URI address() {
        return address;
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
        return tail.getAsLong();
    }

    @Override
    public String toString() {
        return name;
    }
}
