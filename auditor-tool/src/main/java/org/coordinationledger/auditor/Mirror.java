package org.coordinationledger.auditor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.coordinationledger.catalogue.NamedTexts;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.Proofs;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TiledTree;
import org.coordinationledger.tlog.TreeBuilder;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * Brings a mirror up to a server's checkpoint. Each tile is verified against the signed checkpoint and each bundle
 * against its tile before they are kept, and the new checkpoint replaces the old one last: a mirror that was
 * interrupted goes on with the files that it has.
 */
final class Mirror {

    /**
     * What was done.
     *
     * @param before size of the mirror before
     * @param texts how many texts were fetched
     * @param textsMissing digests whose texts the server does not offer
     */
    record Outcome(long before, Opened opened, int texts, Set<String> textsMissing) {}

    private record Fetched(ScannedBundle scanned, boolean fresh) {}

    private final LogSource server;
    private final FolderLog folder;
    private final TrustPolicy policy;
    private final boolean whole;
    private final Set<String> textsMissing = new TreeSet<>();
    private int texts;

    /** @param whole whether everything that is there already is looked at again, and fetched where it is wrong */
    Mirror(LogSource server, FolderLog folder, TrustPolicy policy, boolean whole) {
        this.whole = whole;
        this.server = server;
        this.folder = folder;
        this.policy = policy;
    }

    /**
     * @param progress is told how many entries are mirrored
     * @throws FaultException if what the server offers does not verify, or does not go on from what is mirrored
     */
    Outcome run(Opened offered, LongConsumer progress) {
        try (FileChannel file = lockFile();
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new UnreachableException("mirror-busy", folder.folder().toString());
            }
            return locked(offered, progress);
        } catch (OverlappingFileLockException | IOException e) {
            throw new UnreachableException("mirror-busy", folder.folder().toString());
        }
    }

    private FileChannel lockFile() throws IOException {
        Path folders = Files.createDirectories(folder.folder());
        return FileChannel.open(folders.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private Outcome locked(Opened offered, LongConsumer progress) {
        @Nullable Opened mirrored = mirrored().orElse(null);
        Checkpoint to = offered.checkpoint();
        long before = mirrored == null ? 0 : mirrored.checkpoint().size();
        if (mirrored != null) {
            requireContinuation(mirrored.checkpoint(), to);
        }
        BundleCheck check = new BundleCheck(server, to);
        long from = whole ? 0 : before / TilePath.FULL * TilePath.FULL;
        TreeBuilder tree = TreeBuilder.resume(from, folder::hashes);
        LogScan.fromServer().run(from, to.size(), bundle -> fetch(bundle, check), fetched -> {
            keep(fetched, tree);
            progress.accept(fetched.scanned().first() + fetched.scanned().width());
        });
        tree.edge().forEach(e -> folder.write(e.tile().path(), e.bytes()));
        if (!tree.root().equals(to.root())) {
            throw new FaultException(Fault.ROOT_DIFFERS, FaultException.NOWHERE, to.size());
        }
        folder.write("checkpoints/" + to.size(), offered.note().bytes());
        folder.write(FolderLog.CHECKPOINT, offered.note().bytes());
        if (mirrored != null && before < to.size()) {
            removePartial(before, to.size());
        }
        return new Outcome(before, offered, texts, textsMissing);
    }

    /** The checkpoint up to which the folder is a mirror. */
    Optional<Opened> mirrored() {
        return folder.find(FolderLog.CHECKPOINT, LogSource.MOST_TEXT)
                .map(note -> Trust.open(policy, note, FolderLog.CHECKPOINT));
    }

    private void requireContinuation(Checkpoint old, Checkpoint to) {
        if (to.size() < old.size()) {
            throw new FaultException(Fault.ROLLED_BACK, to.size(), to.size(), old.size());
        }
        TiledTree offered = new TiledTree(server::hashes, to.size());
        boolean goesOn = old.size() == to.size()
                ? old.root().equals(to.root())
                : Proofs.consistent(
                        old.size(), old.root(), to.size(), to.root(), offered.consistencyProof(old.size()));
        if (!goesOn) {
            throw new FaultException(Fault.FORKED, FaultException.NOWHERE, old.size(), to.size());
        }
    }

    /** From the folder where an earlier run left it and it is right, otherwise from the server. */
    private Fetched fetch(TilePath.Entries bundle, BundleCheck check) {
        TilePath.Hashes path = BundleCheck.tile(bundle);
        Optional<byte[]> kept = kept(bundle);
        if (kept.isPresent()) {
            try {
                ScannedBundle scanned = ScannedBundle.of(bundle, kept.get());
                if (check.leadsToTheRoot(scanned.leafHashes(), scanned.first(), 0)) {
                    return new Fetched(scanned, false);
                }
            } catch (FaultException e) {
                // what lies there is not whole: it is fetched again
            }
        }
        byte[] tile = server.hashes(path);
        if (!check.leadsToTheRoot(tile, bundle.index() * TilePath.FULL, 0)) {
            throw new FaultException(Fault.TILE_CHANGED, bundle.index() * TilePath.FULL, path.path());
        }
        return new Fetched(check.read(bundle, server.entries(bundle), tile), true);
    }

    private Optional<byte[]> kept(TilePath.Entries bundle) {
        try {
            return folder.find(bundle.path(), EntryBundle.MAX_BYTES);
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    private void keep(Fetched fetched, TreeBuilder tree) {
        ScannedBundle scanned = fetched.scanned();
        for (int i = 0; i < scanned.width(); i++) {
            tree.add(scanned.leafHashes(), i * Hash.BYTES, (tile, bytes) -> folder.write(tile.path(), bytes));
            if (NamedTexts.canBeIn(scanned.head(i).event())) {
                long position = scanned.first() + i;
                StoredEntry.of(scanned.entry(i), position).texts().forEach(d -> text(d, position));
            }
        }
        if (fetched.fresh()) {
            folder.write(scanned.bundle().path(), scanned.bytes());
        }
    }

    private void text(String digest, long position) {
        if (textsMissing.contains(digest)
                || folder.text(digest).filter(t -> TextDigest.of(t).value().equals(digest)).isPresent()) {
            return;
        }
        Optional<byte[]> text = server.text(digest);
        if (text.isEmpty()) {
            textsMissing.add(digest);
            return;
        }
        if (!TextDigest.of(text.get()).value().equals(digest)) {
            throw new FaultException(Fault.TEXT_CHANGED, position, digest);
        }
        folder.write("texts/" + digest, text.get());
        texts++;
    }

    /** Partial tiles of the smaller tree: larger ones have taken their place. */
    private void removePartial(long size, long larger) {
        for (int level = 0; level < 8 && size >> (8 * level) > 0; level++) {
            long hashes = size >> (8 * level);
            int width = (int) (hashes % TilePath.FULL);
            if (width > 0 && larger >> (8 * level) > hashes) {
                folder.delete(new TilePath.Hashes(level, hashes / TilePath.FULL, width).path());
                if (level == 0) {
                    folder.delete(new TilePath.Entries(hashes / TilePath.FULL, width).path());
                }
            }
        }
    }
}
