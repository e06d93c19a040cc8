package org.coordinationledger.standalone;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coordinationledger.ledger.LedgerRestore;
import org.coordinationledger.ledger.sealing.MirrorFolder;
import org.coordinationledger.ledger.sealing.Pin;
import org.coordinationledger.service.sealing.LogKeyFile;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.vocabulary.TextDigest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the ledger anew from an auditor's mirror. */
@Command(
        name = "restore",
        description = {
            "Write the ledger anew from a mirror that an auditor keeps, into a store that has none: on a folder, or on the "
                    + "MongoDB that the environment variable MONGODB_URI names.",
            "The mirror is verified first, against its checkpoint and the key in DIR/log-key, which must be there. "
                    + "Members' data keys are no part of a mirror: put DIR/kek back, and them with ./ledger keys "
                    + "restore. The views are built, and erasures carried out again, at the next start of ./ledger serve."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Option(names = "--from", required = true, paramLabel = "MIRROR", description = "Folder of the mirror.")
    private Path mirrored = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the embedded store and of the keys. Default: ./${DEFAULT-VALUE}.")
    private Path folder = Path.of("data");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        MirrorFolder mirror = new MirrorFolder(mirrored, LogKeyFile.read(folder.resolve("log-key")));
        out.printf("Verifying %d entries …%n", mirror.size());
        out.flush();
        mirror.verify();
        Path pin = folder.resolve("log-pin");
        Files.createDirectories(pin);
        try (OpenedStore store = OpenedStore.open(Store.ofService(), folder)) {
            restore(mirror, store.client(), store.database(), pin, out);
        }
        return 0;
    }

    private static void restore(MirrorFolder mirror, MongoClient client, String database, Path pin, PrintWriter out) {
        LedgerRestore ledger = new LedgerRestore(client, database);
        Pin.restoreTo(pin, mirror.note(), mirror.keys());
        TextStore texts = TextStore.in(client.getDatabase(database));
        int stored = mirror.forEachText((digest, utf8) -> store(texts, digest, utf8));
        mirror.forEach(ledger::add);
        out.printf("Restored %d entries and %d texts, as the checkpoint of %d entries says.%n",
                ledger.finish(), stored, mirror.size());
        out.flush();
    }

    private static void store(TextStore texts, String digest, byte[] utf8) {
        if (!TextDigest.of(utf8).value().equals(digest)) {
            throw new IllegalStateException("the text " + digest + " in the mirror was changed");
        }
        texts.store(utf8);
    }
}
