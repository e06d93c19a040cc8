package org.coordinationledger.auditor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TreeBuilder;

/**
 * Writes a log of entries of 500 bytes into a folder unless one is there, and verifies it as often as asked. By hand:
 * {@code VerificationSpeed FOLDER ENTRIES ROUNDS}, with {@code -Xmx256m}.
 */
final class VerificationSpeed {

    private static final int BYTES = 500;
    private static final int STEPS_OF_A_RECORD = 8;

    private VerificationSpeed() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        if (!Files.exists(folder.resolve("checkpoint"))) {
            write(folder, Long.parseLong(args[1]));
        }
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            if (Auditor.run(Locale.ENGLISH, out, out, "verify", folder.toString()) != Auditor.HOLDS) {
                throw new IllegalStateException("does not verify");
            }
        }
    }

    private static void write(Path folder, long size) {
        TestLog log = new TestLog();
        TreeBuilder tree = new TreeBuilder();
        List<byte[]> bundle = new ArrayList<>();
        for (long position = 0; position < size; position++) {
            long round = position / (STEPS_OF_A_RECORD * 1000);
            long record = round * 1000 + position % 1000;
            long sequence = position / 1000 % STEPS_OF_A_RECORD;
            long prev = sequence == 0 ? -1 : position - 1000;
            int bare = log.entry(position, position, prev, "Filler", "filler-" + record, sequence, "x.y", "\"\"").length;
            byte[] entry = log.entry(position, position, prev, "Filler", "filler-" + record, sequence, "x.y",
                    "\"" + "x".repeat(BYTES - bare) + "\"");
            tree.add(Hash.ofLeaf(entry), (tile, bytes) -> TestLog.write(folder, tile.path(), bytes));
            bundle.add(entry);
            if (bundle.size() == TilePath.FULL || position == size - 1) {
                TilePath.Entries path = new TilePath.Entries(position / TilePath.FULL, bundle.size());
                TestLog.write(folder, path.path(), EntryBundle.write(bundle));
                bundle.clear();
            }
        }
        tree.edge().forEach(e -> TestLog.write(folder, e.tile().path(), e.bytes()));
        TestLog.write(folder, "vkey", (TestLog.KEY.verifier().text() + "\n").getBytes(StandardCharsets.UTF_8));
        TestLog.write(folder, "checkpoint",
                new Checkpoint(TestLog.ORIGIN, size, tree.root()).sign(TestLog.KEY).bytes());
    }
}
