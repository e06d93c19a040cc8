package org.coordinationledger.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.coordinationledger.demo.Demonstration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts both sides on a fresh store, records the scenarios through the public API, shows figures and a history. */
@Command(
        name = "demo",
        description = {
            "Record what five public reports state and what 2025 made of it, on a fresh store, and show that the figures come out.",
            "The store is an embedded one in a folder that is removed in the end, or a new database on the server "
                    + "that the environment variable MONGODB_URI names."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--once", description = "Stop after the figures; exit with 0 only if every one agrees.")
    private boolean once;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "Record this scenario only: ${COMPLETION-CANDIDATES}.",
            completionCandidates = ScenarioNames.class)
    private @Nullable String scenario;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Listen on this port of the loopback address; 0 picks a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> names = Demonstration.scenarioNames();
        String only = scenario;
        if (only != null && !names.contains(only)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no scenario " + only + "; there are " + String.join(", ", names));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Demonstration demonstration = Demonstration.of(only == null ? names : List.of(only));
        Path folder = Files.createTempDirectory("ledger-demo-");
        Path csv = folder.resolve("logins.csv");
        Server.afterShutdown(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
        demonstration.writeLogins(Server.usersFile(folder), csv);
        Server.writeKeys(folder);
        Store store = Store.ofDemo();
        out.println("Starting both sides on " + store.description() + " …");
        try (Server server = Server.start(port, folder, store, Server.Output.QUIET)) {
            demonstration.record(server.address(), out);
            Path file = json;
            if (file != null) {
                demonstration.writeJson(file);
            }
            if (once) {
                return demonstration.everyFigureAgrees() ? 0 : 1;
            }
            out.println();
            out.println("Look at the ledger at " + server.address() + " in a browser (API description: "
                    + server.address() + "/openapi), with these logins among others:");
            out.println();
            demonstration.showLogins(out);
            out.println();
            out.println("All logins are in " + csv + ". Ctrl-C stops.");
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
