package org.coordinationledger.benchmark;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coordinationledger.benchmark.LedgerOptions.Generated;
import org.coordinationledger.benchmark.measured.AtSize;
import org.coordinationledger.benchmark.measured.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generates a ledger where there is none, and measures both sides on it. */
@Command(
        name = "at-size",
        description = {
            "Measure both sides of the service on a generated ledger.",
            "On the MongoDB server given, or on a new mongod that the environment's LEDGER_MONGOD names.",
            "A ledger that is there already is used as it is."
        },
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {

    private static final long SMALL = 5_000;

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Option(names = "--report", defaultValue = "benchmarks/target/at-size.md", description = "Default: ${DEFAULT-VALUE}.")
    private Path report = Path.of("");

    @Override
    public Integer call() {
        ledger.onServer(this::measure);
        return 0;
    }

    private void measure(String server) {
        Report written = new Report(report, "The service at size");
        Generated large = ledger.generated(server, ledger.events(), written);
        Generated small = ledger.generated(server, SMALL, written);
        of(large, written).measureReads();
        of(small, written).measureCommands("a ledger of %,d events".formatted(SMALL));
        of(large, written).measureCommands("a ledger of %,d events".formatted(ledger.events()));
    }

    private AtSize of(Generated one, Report written) {
        return new AtSize(
                ledger.querySide(), ledger.commandSide(), one.folder(), one.address(), ledger.heap(), written);
    }
}
