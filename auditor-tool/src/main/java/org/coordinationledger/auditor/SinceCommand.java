package org.coordinationledger.auditor;

import java.nio.file.Path;
import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Proofs;
import org.coordinationledger.tlog.TiledTree;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a log goes on from an older checkpoint, and what it recorded since. */
@Command(name = "since")
final class SinceCommand extends LogCommand {

    @Parameters(index = "0", paramLabel = "OLD-CHECKPOINT", descriptionKey = "param.old")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "DIR|URL", descriptionKey = "param.log")
    private String log = "";

    @Option(names = "--list", descriptionKey = "option.list")
    private boolean list;

    SinceCommand(Words words) {
        super(words);
    }

    @Override
    public Integer call() {
        LogSource source = source(log);
        TrustPolicy policy = policy(source);
        TrustPolicy logAlone = new TrustPolicy(policy.logKeys(), policy.witnesses(), 0);
        Checkpoint before = Trust.open(logAlone, bytes(old, LogSource.MOST_TEXT), old.toString()).checkpoint();
        Opened opened = checkpoint(source, policy);
        Checkpoint now = opened.checkpoint();
        if (now.size() < before.size()) {
            throw new FaultException(Fault.ROLLED_BACK, now.size(), now.size(), before.size());
        }
        TiledTree tree = new TiledTree(source::hashes, now.size());
        if (!Proofs.consistent(
                before.size(), before.root(), now.size(), now.root(), tree.consistencyProof(before.size()))) {
            throw new FaultException(Fault.FORKED, FaultException.NOWHERE, before.size(), now.size());
        }
        say("since", before.size(), now.size(), now.size() - before.size());
        if (list) {
            BundleCheck check = new BundleCheck(source, now);
            LogScan.of(source).run(before.size(), now.size(), check::read, scanned -> {
                if (!check.leadsToTheRoot(scanned.leafHashes(), scanned.first(), 0)) {
                    throw new FaultException(
                            Fault.TILE_CHANGED, scanned.first(), BundleCheck.tile(scanned.bundle()).path());
                }
                for (int i = 0; i < scanned.width(); i++) {
                    EntryHead head = scanned.head(i);
                    if (scanned.first() + i >= before.size()) {
                        say("since.entry", head.position(), head.recordedAt(),
                                words().ledgerWord("event", head.event()), head.record());
                    }
                }
            });
        }
        return Auditor.HOLDS;
    }
}
