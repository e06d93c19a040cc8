package org.coordinationledger.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;

/** Files that hold secrets: from their first byte on readable and writable by their owner only (0600). */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * Creates a file that MUST NOT exist yet, and the folders that lead to it.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it does
     */
    public static void create(Path path, byte[] content) throws IOException {
        Files.createDirectories(folderOf(path));
        EnumSet<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(path, fresh, ownerOnly())) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Creates a file with another name in the same folder, to be moved over the first one. */
    public static Path createBeside(Path path, byte[] content) throws IOException {
        Path fresh = folderOf(path).resolve("." + path.getFileName() + "." + UUID.randomUUID());
        create(fresh, content);
        return fresh;
    }

    private static Path folderOf(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder");
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
