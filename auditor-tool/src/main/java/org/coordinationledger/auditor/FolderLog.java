package org.coordinationledger.auditor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.coordinationledger.vocabulary.TextDigest;

/** A mirror: the log's resources as plain files under the same names, and beside them texts and older checkpoints. */
final class FolderLog implements LogSource {

    static final String CHECKPOINT = "checkpoint";
    static final String KEYS = "vkey";

    private static final String HALF_WRITTEN = ".part";
    /** As the service bounds what it stores. */
    private static final int MOST_TEXT_BYTES = 1_048_576;

    private final Path folder;

    FolderLog(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    @Override
    public Optional<byte[]> find(String path, int most) {
        Path file = folder.resolve(path);
        try {
            if (Files.size(file) > most) {
                throw new FaultException(Fault.BUNDLE_BROKEN, FaultException.NOWHERE, path);
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnreachableException("file", file.toString());
        }
    }

    @Override
    public Optional<byte[]> text(String digest) {
        return find("texts/" + new TextDigest(digest), MOST_TEXT_BYTES);
    }

    /** Writes a file whole or not at all. */
    void write(String path, byte[] bytes) {
        Path file = folder.resolve(path);
        Path part = file.resolveSibling(file.getFileName() + HALF_WRITTEN);
        try {
            Files.createDirectories(file.getParent());
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UnreachableException("write", file.toString());
        }
    }

    void delete(String path) {
        try {
            Files.deleteIfExists(folder.resolve(path));
        } catch (IOException e) {
            throw new UnreachableException("write", folder.resolve(path).toString());
        }
    }
}
