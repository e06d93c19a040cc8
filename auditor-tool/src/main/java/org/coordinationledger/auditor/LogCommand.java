package org.coordinationledger.auditor;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.evidence.HeadLine;
import org.coordinationledger.evidence.OrganisationNames;
import org.coordinationledger.evidence.StepLines;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: keys, witnesses, credentials, and where a log is read from. */
@Command(mixinStandardHelpOptions = true)
abstract class LogCommand implements Callable<Integer> {

    private static final int MOST_SECRET = 8 * 1024;

    @Option(names = "--key", paramLabel = "VKEY", descriptionKey = "option.key")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "option.key-file")
    private @Nullable Path keyFile;

    @Option(names = "--witness", paramLabel = "VKEY", descriptionKey = "option.witness")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--quorum", paramLabel = "N", descriptionKey = "option.quorum")
    private @Nullable Integer quorum;

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "option.user")
    private @Nullable String user;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    private @Nullable Path passwordFile;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            interactive = true,
            arity = "0..1",
            descriptionKey = "option.token")
    private char @Nullable [] token;

    @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "option.token-file")
    private @Nullable Path tokenFile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Words words;

    LogCommand(Words words) {
        this.words = words;
    }

    final Words words() {
        return words;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final void say(String key, Object... data) {
        out().println(words.text(key, data));
    }

    /** The log at an address or in a folder. */
    final LogSource source(String place) {
        return ServerLog.isAddress(place) ? new ServerLog(place, authorization()) : copy(Path.of(place));
    }

    /**
     * A copy that is there already.
     *
     * @throws UnreachableException if there is no such folder
     */
    static FolderLog copy(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnreachableException("folder", folder.toString());
        }
        return new FolderLog(folder);
    }

    private @Nullable String authorization() {
        if (tokenFile != null || token != null) {
            return "Bearer " + (tokenFile != null ? secret(tokenFile) : new String(token));
        }
        if (user == null) {
            return null;
        }
        byte[] login = (user + ":" + password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private String password() {
        if (passwordFile != null) {
            return secret(passwordFile);
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", words.text("password", user));
        if (typed == null) {
            throw new UnreachableException("password", String.valueOf(user));
        }
        return new String(typed);
    }

    private static String secret(Path file) {
        return new String(bytes(file, MOST_SECRET), StandardCharsets.UTF_8).strip();
    }

    /** Writes a file that somebody named. */
    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UnreachableException("write", file.toString());
        }
    }

    /** The bytes of a file that somebody named. */
    static byte[] bytes(Path file, long most) {
        try {
            if (Files.size(file) > most) {
                throw new UnreachableException("too-large", file.toString());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreachableException("file", file.toString());
        }
    }

    /** The keys that were named on the command line; empty if none were. */
    final List<VerifierKey> namedKeys() {
        List<VerifierKey> named = new ArrayList<>();
        keys.forEach(k -> named.add(VerifierKey.parse(k)));
        if (keyFile != null) {
            named.addAll(Trust.keys(bytes(keyFile, LogSource.MOST_TEXT)));
        }
        return named;
    }

    /** These log keys, with the witnesses of the command line; all of those are asked for unless it says how many. */
    final TrustPolicy policy(List<VerifierKey> logKeys) {
        List<VerifierKey> known = witnesses.stream().map(VerifierKey::parse).toList();
        return new TrustPolicy(logKeys, known, quorum == null ? known.size() : quorum);
    }

    /** Named keys, or else those that a mirror keeps, or else those that a server publishes, which is said. */
    final TrustPolicy policy(LogSource source) {
        List<VerifierKey> named = namedKeys();
        if (!named.isEmpty()) {
            return policy(named);
        }
        List<VerifierKey> offered = Trust.keys(source.get(FolderLog.KEYS, LogSource.MOST_TEXT));
        if (source instanceof ServerLog) {
            offered.forEach(k -> say("key-taken", k.text()));
        }
        return policy(offered);
    }

    final Opened checkpoint(LogSource source, TrustPolicy policy) {
        Opened opened = Trust.open(
                policy, source.get(FolderLog.CHECKPOINT, LogSource.MOST_TEXT), FolderLog.CHECKPOINT);
        say("checkpoint", opened.checkpoint().origin(), opened.checkpoint().size(), opened.checkpoint().root());
        if (!opened.cosignatures().isEmpty()) {
            say("cosigned", opened.cosignatures().size(), String.join(", ", Trust.cosigners(opened)));
        }
        return opened;
    }

    /** The entries of a record, from a log that verifies as a whole, and those of organisations that it mentions. */
    final VerifiedRecord verifiedRecord(LogSource source, Opened opened, String record, boolean withTexts) {
        List<StoredEntry> entries = new ArrayList<>();
        OrganisationPlaces places = new OrganisationPlaces();
        Verification verification = new Verification(source, opened, withTexts, Verification.Heads.LAST, scanned -> {
            places.take(scanned);
            for (int i = 0; i < scanned.width(); i++) {
                if (scanned.head(i).record().equals(record)) {
                    entries.add(StoredEntry.of(scanned.entry(i), scanned.first() + i));
                }
            }
        });
        Verification.Outcome outcome;
        try (ProgressMeter meter =
                new ProgressMeter(words.text("progress.verify"), opened.checkpoint().size())) {
            outcome = verification.run(meter);
        }
        if (entries.isEmpty()) {
            throw new NotFoundException("record", record);
        }
        return new VerifiedRecord(
                entries, places.mentioned(entries, source, opened.checkpoint()), outcome, verification.lastTree());
    }

    /**
     * A record's entries, and what was verified when they were found.
     *
     * @param organisations all entries of those that the record mentions, by their ids
     * @param heads the last tree of record heads, made again; null where the log has none
     */
    record VerifiedRecord(
            List<StoredEntry> entries,
            Map<String, List<StoredEntry>> organisations,
            Verification.Outcome outcome,
            @Nullable RecordHeads heads) {}

    /** What the last tree of record heads says of a record's end, and what that proves. */
    final void tellHead(long size, List<StoredEntry> entries, CaseManifest.@Nullable Heads heads) {
        HeadLine.all(words.evidence(), size, entries, heads).forEach(out()::println);
    }

    final void print(List<StoredEntry> entries, OrganisationNames names) {
        for (StepLines.Section section : new StepLines(words.evidence(), names).of(entries)) {
            out().println();
            out().println(section.title());
            section.lines().forEach(line -> out().println("  " + line.label() + ": " + line.value()));
        }
        out().println();
    }
}
