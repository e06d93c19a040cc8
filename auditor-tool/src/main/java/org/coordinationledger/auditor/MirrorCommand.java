package org.coordinationledger.auditor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.tlog.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a log into a folder, verifying it as it goes; goes on where an earlier run stopped. */
@Command(name = "mirror")
final class MirrorCommand extends LogCommand {

    @Parameters(index = "0", paramLabel = "URL", descriptionKey = "param.url")
    private String url = "";

    @Parameters(index = "1", paramLabel = "DIR", descriptionKey = "param.dir")
    private Path dir = Path.of("");

    @Option(names = "--whole", descriptionKey = "option.whole")
    private boolean whole;

    MirrorCommand(Words words) {
        super(words);
    }

    @Override
    public Integer call() {
        LogSource server = source(url);
        FolderLog folder = new FolderLog(dir);
        Optional<byte[]> pinned = folder.find(FolderLog.KEYS, LogSource.MOST_TEXT);
        List<VerifierKey> known = namedKeys();
        if (known.isEmpty() && pinned.isPresent()) {
            known = Trust.keys(pinned.get());
        }
        TrustPolicy policy = known.isEmpty() ? policy(server) : policy(known);
        List<VerifierKey> keys = policy.logKeys();
        server.find(FolderLog.KEYS, LogSource.MOST_TEXT)
                .ifPresent(published -> Trust.unknown(Trust.keys(published), keys)
                        .forEach(k -> say("key-unknown", k.text())));
        Opened offered = checkpoint(server, policy);
        Mirror.Outcome done;
        try (ProgressMeter meter =
                new ProgressMeter(words().text("progress.mirror"), offered.checkpoint().size())) {
            done = new Mirror(server, folder, policy, whole).run(offered, meter);
        }
        folder.write(FolderLog.KEYS, Trust.text(keys));
        long size = offered.checkpoint().size();
        say("mirrored", size, size - done.before(), dir);
        if (done.texts() > 0) {
            say("texts-fetched", done.texts());
        }
        if (!done.textsMissing().isEmpty()) {
            say("texts-missing", done.textsMissing().size());
        }
        return Auditor.HOLDS;
    }
}
