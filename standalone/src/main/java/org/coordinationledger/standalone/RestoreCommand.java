package org.coordinationledger.standalone;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.coordinationledger.evidence.StoredEntry;
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

    @Option(
            names = "--without-texts",
            description = "Restore although the mirror lacks texts that entries name; the ledger will lack them too.")
    private boolean withoutTexts;

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
        Set<String> missing = missingTexts(mirror);
        if (!missing.isEmpty()) {
            out.printf("The mirror lacks %d texts that entries name, such as %s.%n", missing.size(),
                    missing.iterator().next());
            out.flush();
            if (!withoutTexts) {
                throw new IllegalStateException("texts are missing from the mirror: run auditor mirror once more or take"
                        + " another mirror; --without-texts restores without them");
            }
        }
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
        int stored = mirror.forEachText((digest, utf8) -> texts.store(utf8));
        mirror.forEach(ledger::add);
        out.printf("Restored %d entries and %d texts, as the checkpoint of %d entries says.%n",
                ledger.finish(), stored, mirror.size());
        out.flush();
    }

    /** Digests that entries name and of which the mirror has no text; a text that was changed is refused. */
    private static Set<String> missingTexts(MirrorFolder mirror) {
        Set<String> there = new HashSet<>();
        mirror.forEachText((digest, utf8) -> {
            if (!TextDigest.of(utf8).value().equals(digest)) {
                throw new IllegalStateException("the text " + digest + " in the mirror was changed");
            }
            there.add(digest);
        });
        Set<String> missing = new TreeSet<>();
        AtomicLong position = new AtomicLong();
        mirror.forEach(entry -> missing.addAll(StoredEntry.of(entry, position.getAndIncrement()).texts()));
        missing.removeAll(there);
        return missing;
    }
}
