package org.coordinationledger.auditor;

import java.time.Duration;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a mirror, or a log on a server, from its first entry to its checkpoint. */
@Command(name = "verify")
final class VerifyCommand extends LogCommand {

    @Parameters(index = "0", paramLabel = "DIR|URL", descriptionKey = "param.log")
    private String log = "";

    @Option(names = "--without-texts", descriptionKey = "option.without-texts")
    private boolean withoutTexts;

    @Option(names = "--last-heads", descriptionKey = "option.last-heads")
    private boolean lastHeads;

    VerifyCommand(Words words) {
        super(words);
    }

    @Override
    public Integer call() {
        LogSource source = source(log);
        Opened opened = checkpoint(source, policy(source));
        long started = System.nanoTime();
        Verification.Outcome outcome;
        try (ProgressMeter meter =
                new ProgressMeter(words().text("progress.verify"), opened.checkpoint().size())) {
            Verification.Heads which = lastHeads ? Verification.Heads.LAST : Verification.Heads.EVERY;
            outcome = new Verification(source, opened, !withoutTexts, which, scanned -> {}).run(meter);
        }
        double seconds = Math.max(0.001, Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
        long size = outcome.checkpoint().size();
        say("verified", size, outcome.records(), seconds, Math.round(size / seconds));
        if (size > 0) {
            say("verified.log", outcome.log(), outcome.recordedAt());
        }
        SealedHeads heads = outcome.recordHeads();
        if (heads == null) {
            say("verified.no-heads");
        } else {
            say("verified.heads", heads.position(), heads.records(), heads.size());
            say("verified.heads-made", outcome.headsMadeAgain());
        }
        if (outcome.texts() > 0) {
            say("verified.texts", outcome.texts());
        }
        if (!outcome.textsMissing().isEmpty()) {
            say("texts-missing", outcome.textsMissing().size());
        }
        say("holds");
        return Auditor.HOLDS;
    }
}
