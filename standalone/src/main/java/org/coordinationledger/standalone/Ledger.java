package org.coordinationledger.standalone;

import java.io.IOException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ledger demo}, {@code ledger serve}, {@code ledger user}, {@code ledger restore}, {@code ledger keys}. */
@Command(
        name = "ledger",
        description = "Records how Border Guard and local party committees coordinate, step by step, for good.",
        subcommands = {DemoCommand.class, ServeCommand.class, UserCommand.class, RestoreCommand.class, KeysCommand.class},
        mixinStandardHelpOptions = true,
        version = "coordination ledger 0.1.0",
        synopsisSubcommandLabel = "(demo | serve | user | restore | keys)")
public final class Ledger {

    private Ledger() {}

    public static void main(String[] arguments) {
        // Axon advertises on the console and asks for updates over the network unless told not to
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Ledger());
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println("ledger: " + message(exception));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        return commandLine;
    }

    /** What was wrong, in the words of whoever noticed: the innermost exception that is not about a single file. */
    private static String message(Throwable exception) {
        Throwable told = exception;
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof IOException) && cause.getMessage() != null) {
                told = cause;
            }
        }
        return Objects.requireNonNullElse(told.getMessage(), told.toString());
    }
}
