package org.coordinationledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.coordinationledger.service.identity.UserDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts both sides on a store that persists. */
@Command(
        name = "serve",
        description = {
            "Run the ledger on a folder that persists, or on the MongoDB that the environment variable MONGODB_URI "
                    + "names.",
            "Users stand in DIR/users.json; the first start writes one with an administrator. The key that opens "
                    + "members' personal data stands in DIR/kek: base64 of 32 random bytes, which the first start "
                    + "writes for the embedded store, and which you must provide (and back up) with a MongoDB. The same "
                    + "holds for DIR/log-key, which signs checkpoints of the ledger, and for the folder DIR/log-pin, "
                    + "which keeps the last one: put it where nobody puts it back with the database."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the embedded store, of the users and of the keys. Default: ./${DEFAULT-VALUE}.")
    private Path folder = Path.of("data");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Listen on this port of the loopback address; 0 picks a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Server server = Server.start(port, folder, Store.ofService(), Server.Output.LOGS)) {
            server.bean(UserDirectory.class).takeFirstLogin().ifPresent(login -> System.out.printf(
                    "%s has been made with one administrator: %s, password %s (shown this once)%n",
                    Server.usersFile(folder), login.username(), login.password()));
            System.out.println("The ledger answers at " + server.address());
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
