package org.coordinationledger.auditor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--agreement", paramLabel = "RECORD", descriptionKey = "option.agreement")
    private @Nullable String agreement;
    @Option(names = "--last-heads", descriptionKey = "option.last-heads")
    private boolean lastHeads;

    VerifyCommand(Words words) {
        super(words);
    }

    @Override
    public Integer call() {
        LogSource source = source(log);
        TrustPolicy policy = policy(source);
        Opened opened = checkpoint(source, policy);
        List<StoredEntry> ofAgreement = new ArrayList<>();
        long started = System.nanoTime();
        Verification.Outcome outcome;
        try (ProgressMeter meter =
                new ProgressMeter(words().text("progress.verify"), opened.checkpoint().size())) {
            Verification.Heads which = lastHeads ? Verification.Heads.LAST : Verification.Heads.EVERY;
            outcome = new Verification(source, opened, !withoutTexts, which, scanned -> collect(scanned, ofAgreement))
                    .run(meter);
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
        if (agreement != null) {
            witnesses(agreement, NamedWitnesses.of(ofAgreement, opened, policy.logKeys()), ofAgreement.isEmpty());
        }
        say("holds");
        return Auditor.HOLDS;
    }

    private void collect(ScannedBundle scanned, List<StoredEntry> found) {
        for (int i = 0; agreement != null && i < scanned.width(); i++) {
            EntryHead head = scanned.head(i);
            if (head.record().equals(agreement) && head.type().equals(AgreementState.TYPE.name())) {
                found.add(StoredEntry.of(scanned.entry(i), scanned.first() + i));
            }
        }
    }

    private void witnesses(String record, List<NamedWitnesses.Named> named, boolean unknown) {
        if (unknown) {
            throw new NotFoundException("record", record);
        }
        if (named.isEmpty()) {
            say("witnesses.none", record);
        }
        for (NamedWitnesses.Named one : named) {
            if (one.cosignedAt() == null) {
                say("witnesses.silent", one.party(), one.key().name());
            } else {
                say("witnesses.cosigned", one.party(), one.key().name(), one.cosignedAt());
            }
        }
        NamedWitnesses.require(named);
    }
}
