package org.coordinationledger.ledger.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last checkpoint that was signed, outside of the database: a file in a folder that every process which may seal sees.
 * Whoever puts an older database back does not put it back too.
 *
 * <p>A checkpoint is replaced by a whole other one or not at all, and is flushed before {@link #replace} returns.
 */
public final class Pin {

    static final String FILE = "checkpoint";

    private static final String LOCK = ".lock";
    private static final long LARGEST_BYTES = 64 << 10;

    /** Locks of files keep other processes out, not other threads. */
    private static final Object ONE_OF_THIS_PROCESS = new Object();

    private final Path folder;

    /** @param folder MUST exist when the pin is read or written */
    Pin(Path folder) {
        this.folder = folder;
    }

    Path file() {
        return folder.resolve(FILE);
    }

    /**
     * The checkpoint there; empty if there never was one.
     *
     * @throws HistoryBrokenException if the folder is not there, or the file cannot be read
     */
    Optional<String> read() {
        try {
            if (!Files.isDirectory(folder)) {
                throw outOfReach("the folder " + folder + " is not there", null);
            }
            Path file = file();
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw outOfReach(file + " is larger than any checkpoint", null);
            }
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw outOfReach(file() + " was taken away", e);
        } catch (IOException e) {
            throw outOfReach(file() + " cannot be read", e);
        }
    }

    /**
     * Pins the checkpoint that a ledger was restored to, so that sealing goes on from it.
     *
     * @throws HistoryBrokenException if a larger one is pinned: then entries would be lost for good
     */
    public static void restoreTo(Path folder, String note, LogKeys keys) {
        new Pin(folder).replace(present -> {
            long size = keys.open(note, "mirror").size();
            long pinned = present.map(there -> keys.open(there, "pin").size()).orElse(0L);
            if (pinned > size) {
                throw HistoryBrokenException.contradiction("the pin knows a checkpoint of " + pinned
                        + " entries, and the mirror has " + size + ": look for a newer mirror first");
            }
            return pinned == size ? Optional.empty() : Optional.of(note);
        });
    }

    /** Decides, while nobody else writes, what is to be written. */
    @FunctionalInterface
    interface Decision {

        /**
         * @param present what stands there
         * @return the checkpoint to write; empty to leave it as it is
         */
        Optional<String> on(Optional<String> present);
    }

    /**
     * Writes a checkpoint durably, if the decision says so on what stands there; one process of all that see the folder at
     * a time.
     *
     * @throws HistoryBrokenException if the pin cannot be read or written
     */
    void replace(Decision decision) {
        synchronized (ONE_OF_THIS_PROCESS) {
            replaceAlone(decision);
        }
    }

    private void replaceAlone(Decision decision) {
        read();
        try (FileChannel lock = FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            Optional<String> next = decision.on(read());
            if (next.isPresent() && held.isValid()) {
                write(next.get());
            }
        } catch (IOException e) {
            throw outOfReach(file() + " cannot be written", e);
        }
    }

    private void write(String checkpoint) throws IOException {
        Path fresh = folder.resolve("." + FILE + ".new");
        try (FileChannel channel = FileChannel.open(fresh,
                StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(checkpoint.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static HistoryBrokenException outOfReach(String what, @Nullable Exception cause) {
        String why = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        HistoryBrokenException broken = new HistoryBrokenException(HistoryBrokenException.Kind.PIN_OUT_OF_REACH,
                "the pin of the last checkpoint is out of reach: " + what + why + "; nothing is recorded until it is back");
        if (cause != null) {
            broken.initCause(cause);
        }
        return broken;
    }
}
