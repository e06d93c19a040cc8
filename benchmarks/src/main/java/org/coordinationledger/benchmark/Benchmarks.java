package org.coordinationledger.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
        name = "benchmarks",
        description = "A generated ledger of any size, and what the service costs on it.",
        subcommands = {GenerateCommand.class, MeasureCommand.class, LogCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
