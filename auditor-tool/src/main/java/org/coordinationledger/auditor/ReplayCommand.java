package org.coordinationledger.auditor;

import java.nio.file.Path;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.evidence.HeadLine;
import org.coordinationledger.evidence.OrganisationNames;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells a record's history step by step from a mirror alone, once the mirror was verified. */
@Command(name = "replay")
final class ReplayCommand extends LogCommand {

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "param.dir")
    private Path dir = Path.of("");

    @Parameters(index = "1", paramLabel = "RECORD", descriptionKey = "param.record")
    private String record = "";

    ReplayCommand(Words words) {
        super(words);
    }

    @Override
    public Integer call() {
        LogSource source = copy(dir);
        Opened opened = checkpoint(source, policy(source));
        VerifiedRecord found = verifiedRecord(source, opened, record, false);
        say("replay", record, found.entries().size());
        print(found.entries(), new OrganisationNames(found.organisations()));
        say("completeness.scanned", opened.checkpoint().size());
        SealedHeads sealed = found.outcome().recordHeads();
        if (sealed != null && found.heads() != null) {
            CaseManifest.Heads heads =
                    CaseManifest.Heads.of(record, found.heads(), sealed.position(), sealed.size(), true);
            if (!CaseHeads.agree(heads, record, sealed, found.entries())) {
                throw new FaultException(Fault.RECORD_HEADS_WRONG, sealed.position());
            }
            out().println(HeadLine.of(words().evidence(), found.entries(), heads));
            say("completeness.compared");
        }
        return Auditor.HOLDS;
    }
}
