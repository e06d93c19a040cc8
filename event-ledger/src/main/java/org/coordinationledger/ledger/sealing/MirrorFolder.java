package org.coordinationledger.ledger.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TreeBuilder;

/**
 * A mirror of a log as auditors keep it: plain files named as the log serves them, {@code checkpoint},
 * {@code tile/entries/…} and {@code texts/<digest>}.
 */
public final class MirrorFolder {

    private final Path folder;
    private final String note;
    private final LogKeys keys;
    private final Checkpoint checkpoint;

    /**
     * Opens a mirror whose checkpoint one of the keys signed.
     *
     * @param seeds the log's keys, see {@link LogKeys#of}
     * @throws HistoryBrokenException if it is not signed so
     * @throws UncheckedIOException   if there is no mirror there
     */
    public MirrorFolder(Path folder, List<byte[]> seeds) {
        this.folder = folder;
        byte[] bytes = read("checkpoint", SignedNote.MAX_BYTES);
        this.note = new String(bytes, StandardCharsets.UTF_8);
        try {
            this.keys = LogKeys.of(Checkpoint.parse(SignedNote.parse(note).text()).origin(), seeds);
        } catch (RefusedException e) {
            throw HistoryBrokenException.contradiction("the checkpoint in the mirror is damaged: " + e.getMessage());
        }
        this.checkpoint = keys.open(note, "mirror");
    }

    /** The signed checkpoint that the mirror was verified against. */
    public String note() {
        return note;
    }

    /** The log's keys, under the name that the mirror's checkpoint has. */
    public LogKeys keys() {
        return keys;
    }

    /** Number of entries. */
    public long size() {
        return checkpoint.size();
    }

    /**
     * Computes the tree over all entries and compares it with the checkpoint and with the tiles.
     *
     * @throws HistoryBrokenException if they do not belong together, or an entry or a tile is missing
     */
    public void verify() {
        TreeBuilder tree = new TreeBuilder();
        forEach(entry -> tree.add(Hash.ofLeaf(entry), this::compare));
        tree.edge().forEach(edge -> compare(edge.tile(), edge.bytes()));
        if (!tree.root().equals(checkpoint.root())) {
            throw HistoryBrokenException.contradiction("the entries of the mirror in " + folder
                    + " are not those over which its checkpoint was signed; auditor verify tells which");
        }
    }

    private void compare(TilePath.Hashes tile, byte[] hashes) {
        if (!Arrays.equals(read(tile.path(), TilePath.FULL * Hash.BYTES), hashes)) {
            throw HistoryBrokenException.contradiction(folder.resolve(tile.path())
                    + " does not hold the hashes of the mirror's entries; auditor verify tells which of both is wrong");
        }
    }

    /** Hands over all entries in order, byte for byte. */
    public void forEach(Consumer<byte[]> consumer) {
        for (long index = 0; index * TilePath.FULL < size(); index++) {
            TilePath.Entries bundle = TilePath.Entries.of(index, size());
            try {
                EntryBundle.read(read(bundle.path(), EntryBundle.MAX_BYTES), bundle.width()).forEach(consumer);
            } catch (RefusedException e) {
                throw HistoryBrokenException.contradiction(folder.resolve(bundle.path()) + " is damaged: " + e.getMessage());
            }
        }
    }

    /**
     * Hands over all texts that were mirrored; whether they fit their digests is for the consumer to check.
     *
     * @return how many
     */
    public int forEachText(TextConsumer consumer) {
        Path texts = folder.resolve("texts");
        if (!Files.isDirectory(texts)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(texts)) {
            List<Path> digests = files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}")).sorted().toList();
            for (Path file : digests) {
                consumer.text(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return digests.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes texts. */
    @FunctionalInterface
    public interface TextConsumer {

        void text(String digest, byte[] utf8);
    }

    private byte[] read(String path, int most) {
        Path file = folder.resolve(path);
        try {
            if (Files.size(file) > most) {
                throw HistoryBrokenException.contradiction(file + " is larger than it can be");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw HistoryBrokenException.contradiction(file + " is missing from the mirror");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
