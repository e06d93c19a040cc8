package org.coordinationledger.auditor;

import java.nio.file.Path;
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
        LogSource source = new FolderLog(dir);
        Opened opened = checkpoint(source, policy(source));
        VerifiedRecord found = verifiedRecord(source, opened, record, false);
        say("replay", record, found.entries().size());
        print(found.entries());
        say("completeness.scanned", opened.checkpoint().size());
        SealedHeads sealed = found.outcome().recordHeads();
        if (sealed != null && found.heads() != null) {
            CaseManifest.Heads heads = CaseManifest.Heads.of(sealed, found.heads(), record);
            if (!heads.agrees(record, sealed, found.entries())) {
                throw new FaultException(Fault.RECORD_HEADS_WRONG, sealed.position());
            }
            out().println(HeadLine.of(words(), found.entries(), heads));
            say("completeness.compared");
        }
        return Auditor.HOLDS;
    }
}
