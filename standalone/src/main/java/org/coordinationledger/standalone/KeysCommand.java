package org.coordinationledger.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.coordinationledger.service.personaldata.MemberKeysBackup;
import org.coordinationledger.service.personaldata.MemberKeysBackup.Held;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Backs members' data keys up, apart from the ledger, and puts them back. */
@Command(
        name = "keys",
        description = {
            "Back up members' data keys, which are in no mirror, or put them back: of the embedded store in DIR, while no "
                    + "ledger runs on it, or of the MongoDB that the environment variable MONGODB_URI names; a backup of that "
                    + "one at any time. LEDGER_KEYS_MONGODBURI names another MongoDB for the keys, as it does for the service.",
            "The keys stay encrypted by the key in DIR/kek, without which a backup opens nothing: keep the two apart."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(backup | restore)")
final class KeysCommand implements Runnable {

    private static final String KEYS_URI = "LEDGER_KEYS_MONGODBURI";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say backup or restore");
    }

    @Command(
            name = "backup",
            description = "Write all keys into a new file, which only its owner reads; a file that is there is never replaced.",
            mixinStandardHelpOptions = true)
    int backup(
            @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to make.") Path file,
            @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Default: ./${DEFAULT-VALUE}.")
                    Path folder)
            throws IOException {
        try (OpenedStore store = OpenedStore.open(Store.ofService(), folder)) {
            Held held = keys(store, folder).write(file, Instant.now());
            say("Wrote the keys of %d members into %s; %d more are erased.", held.keys(), file, held.erased());
        }
        return 0;
    }

    @Command(
            name = "restore",
            description = {
                "Put the keys of a backup into a store that has none of its own, after ./ledger restore and before "
                        + "./ledger serve. One that was cut off can be repeated; another key that is there is never replaced.",
                "Erasures that the ledger recorded since are carried out again at the next start of ./ledger serve."
            },
            mixinStandardHelpOptions = true)
    int restore(
            @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.") Path file,
            @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Default: ./${DEFAULT-VALUE}.")
                    Path folder)
            throws IOException {
        try (OpenedStore store = OpenedStore.open(Store.ofService(), folder)) {
            Held held = keys(store, folder).restore(file);
            say("Put back the keys of %d members; %d more are erased.", held.keys(), held.erased());
        }
        return 0;
    }

    private static MemberKeysBackup keys(OpenedStore store, Path folder) {
        String named = System.getenv(KEYS_URI);
        @Nullable String uri = named == null || named.isBlank() ? null : named;
        return new MemberKeysBackup(store.keys(uri), folder.resolve("kek"));
    }

    private void say(String format, Object... data) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(format + "%n", data);
        out.flush();
    }
}
