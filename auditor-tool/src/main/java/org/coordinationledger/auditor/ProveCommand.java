package org.coordinationledger.auditor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.TiledTree;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.tlog.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes one entry's proof into a file that is checked offline. */
@Command(name = "prove")
final class ProveCommand extends LogCommand {

    @Parameters(index = "0", paramLabel = "DIR|URL", descriptionKey = "param.log")
    private String log = "";

    @Parameters(index = "1", paramLabel = "POSITION", descriptionKey = "param.position")
    private long position;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", descriptionKey = "option.output")
    private Path output = Path.of("entry.tlog-proof");

    ProveCommand(Words words) {
        super(words);
    }

    @Override
    public Integer call() {
        LogSource source = source(log);
        TrustPolicy policy = policy(source);
        Opened opened = checkpoint(source, policy);
        long size = opened.checkpoint().size();
        if (position < 0 || position >= size) {
            throw new NotFoundException("position", String.valueOf(position));
        }
        TilePath.Entries bundle = TilePath.Entries.of(position / TilePath.FULL, size);
        ScannedBundle scanned = new BundleCheck(source, opened.checkpoint()).read(bundle);
        byte[] entry = scanned.entry((int) (position % TilePath.FULL));
        LogProof proof = new LogProof(
                Optional.of(entry),
                position,
                new TiledTree(source::hashes, size).inclusionProof(position),
                opened.note());
        proof.verify(Hash.ofLeaf(entry), policy);
        write(output, proof.bytes());
        say("proved", position, output);
        return Auditor.HOLDS;
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UnreachableException("write", file.toString());
        }
    }
}
