package org.coordinationledger.benchmark;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coordinationledger.benchmark.LedgerOptions.Generated;
import org.coordinationledger.benchmark.measured.LogAtSize;
import org.coordinationledger.benchmark.measured.Report;
import org.coordinationledger.ledger.sealing.HeadsMeasurement;
import org.coordinationledger.ledger.sealing.SealingMeasurement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the transparency log: beside tools that nobody here wrote where there are such. */
@Command(
        name = "log",
        description = {
            "Measure the log of a generated ledger: mirroring beside curl, verification beside Tessera's fsck,",
            "proofs, sealing while as much as possible is recorded, the trees of record heads.",
            "On the MongoDB server given, or on a new mongod that the environment's LEDGER_MONGOD names.",
            "A ledger that is there already is used as it is."
        },
        mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Option(names = "--fsck", defaultValue = "${env:LEDGER_FSCK}",
            description = "Tessera's fsck. Default: what LEDGER_FSCK names; without one it is left out, and said.")
    private @Nullable Path fsck;

    @Option(names = "--report", defaultValue = "benchmarks/target/log.md", description = "Default: ${DEFAULT-VALUE}.")
    private Path report = Path.of("");

    @Override
    public Integer call() {
        ledger.onServer(this::measure);
        return 0;
    }

    private void measure(String server) {
        Report written = new Report(report, "The log at size");
        Generated large = ledger.generated(server, ledger.events(), written);
        new LogAtSize(ledger.querySide(), ledger.commandSide(), ledger.auditor(), fsck, large.folder(), large.address(),
                ledger.heap(), written).measure();
        written.heading("Sealing and proofs in one process, entries of about 500 bytes");
        SealingMeasurement.measure(server, ledger.events(), line -> written.line("%s", line));
        written.heading("Trees of record heads in one process");
        HeadsMeasurement.measure(server, (int) ledger.events(), line -> written.line("%s", line));
    }
}
