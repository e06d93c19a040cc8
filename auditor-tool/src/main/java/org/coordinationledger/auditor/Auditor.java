package org.coordinationledger.auditor;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coordinationledger.evidence.DamagedCaseException;
import org.coordinationledger.evidence.UnreadableEntryException;
import org.coordinationledger.tlog.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Exit codes are public: see {@code docs/reference/transparency-log.md}. */
@Command(
        name = "auditor",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MirrorCommand.class,
            VerifyCommand.class,
            SinceCommand.class,
            ReplayCommand.class,
            ProveCommand.class,
            CheckCommand.class,
            CasefileCommand.class
        })
public final class Auditor implements Runnable {

    /** Everything that was looked at holds. */
    static final int HOLDS = 0;
    /** Something does not verify; place and reason are said. */
    static final int WRONG = 1;
    /** The command was used wrongly. */
    static final int USAGE = 2;
    /** Something could not be read, so that nothing is said about it. */
    static final int UNREACHABLE = 3;
    /** There is no such record or position in a log that verifies. */
    static final int NOT_FOUND = 4;

    private static final List<String> LANGUAGES = List.of("vi", "en");

    @Option(names = "--lang", paramLabel = "vi|en", descriptionKey = "option.lang", scope = ScopeType.INHERIT)
    private String language = "vi";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Auditor() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Locale.getDefault(), out, err, args));
    }

    /** Runs one command in this process and returns its exit code. */
    public static int run(Locale locale, PrintWriter out, PrintWriter err, String... args) {
        Words words = Words.in(language(locale, args));
        CommandLine command = new CommandLine(new Auditor(), new Commands(words))
                .setResourceBundle(words.bundle())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, line, parsed) -> told(e, words, line.getErr()));
        String version = "auditor " + Objects.toString(Auditor.class.getPackage().getImplementationVersion(), "");
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(c -> c.getCommandSpec().version(version));
        return command.execute(args);
    }

    /** As {@code --lang} says, else as the system does, else Vietnamese. */
    private static String language(Locale locale, String... args) {
        String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "vi";
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang") && i + 1 < args.length) {
                language = args[i + 1];
            } else if (args[i].startsWith("--lang=")) {
                language = args[i].substring("--lang=".length());
            }
        }
        return language;
    }

    private static int told(Exception e, Words words, PrintWriter err) throws Exception {
        if (e instanceof UnreadableEntryException unreadable) {
            return told(FaultException.of(unreadable), words, err);
        }
        if (e instanceof DamagedCaseException damaged) {
            return told(FaultException.of(damaged), words, err);
        }
        if (e instanceof FaultException fault) {
            err.println(words.text("wrong", words.fault(fault)));
            return WRONG;
        }
        if (e instanceof RefusedException refused) {
            err.println(words.text("wrong", words.refused(refused)));
            return WRONG;
        }
        if (e instanceof UnreachableException unreachable) {
            err.println(words.text(unreachable.key(), unreachable.place()));
            return UNREACHABLE;
        }
        if (e instanceof NotFoundException missing) {
            err.println(words.text(missing.key(), missing.sought()));
            return NOT_FOUND;
        }
        throw e;
    }

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(line, line.getResourceBundle().getString("no-command"));
    }

    /** Makes commands with the words that they say. */
    private record Commands(Words words) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (LogCommand.class.isAssignableFrom(type)) {
                return type.cast(type.getDeclaredConstructor(Words.class).newInstance(words));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
