package org.coordinationledger.view.projection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coordinationledger.ledger.StoredEntry;
import org.jspecify.annotations.Nullable;

/**
 * Entries sorted into parts by their streams, each stream in one part, so that a part fits into memory where the ledger
 * does not. What a part's buffer cannot hold goes into one temporary file, as large as the ledger's texts; the file
 * loses its name as soon as it is open, so that nothing stays behind however the process ends.
 *
 * <p>Any number of threads may add entries in any order; after that, any number may read parts. Memory: a buffer of
 * {@link #BUFFER_BYTES} for each of the parts, which number {@link #MOST_PARTS} at most; beyond
 * {@code MOST_PARTS * PART_ENTRIES} entries (16 million), parts grow with the ledger instead.
 */
final class EntrySpill implements AutoCloseable {

    static final int PART_ENTRIES = 16_000;
    static final int MOST_PARTS = 1_024;

    private static final int BUFFER_BYTES = 32 * 1024;

    private final Path folder;
    private final List<Part> parts;
    private @Nullable FileChannel file;
    private long end;

    private record Chunk(long offset, int length) {}

    /** What one part holds: chunks in the file, and bytes that are not there yet. */
    private static final class Part {
        private final List<Chunk> chunks = new ArrayList<>();
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(0);
    }

    /**
     * @param folder where the file is made, if one is needed
     * @param entries about how many will be added
     */
    EntrySpill(Path folder, long entries) {
        this.folder = folder;
        int count = (int) Math.max(1, Math.min(MOST_PARTS, (entries + PART_ENTRIES - 1) / PART_ENTRIES));
        this.parts = Stream.generate(Part::new).limit(count).toList();
    }

    /** How many parts there are. */
    int parts() {
        return parts.size();
    }

    /**
     * Adds an entry to its stream's part.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    void add(StoredEntry entry) {
        byte[] text = entry.json().getBytes(StandardCharsets.UTF_8);
        Part part = parts.get(Math.floorMod(spread(entry.streamId().hashCode()), parts.size()));
        synchronized (part) {
            try {
                DataOutputStream data = new DataOutputStream(part.buffer);
                data.writeLong(entry.position());
                data.writeUTF(entry.streamId());
                data.writeInt(text.length);
                data.write(text);
                if (part.buffer.size() >= BUFFER_BYTES) {
                    part.chunks.add(written(part.buffer.toByteArray()));
                    part.buffer.reset();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the entries of a build cannot be kept in " + folder, e);
            }
        }
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }

    private Chunk written(byte[] bytes) throws IOException {
        FileChannel channel;
        long offset;
        synchronized (this) {
            channel = file();
            offset = end;
            end += bytes.length;
        }
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left, offset + left.position());
        }
        return new Chunk(offset, bytes.length);
    }

    private FileChannel file() throws IOException {
        FileChannel open = file;
        if (open == null) {
            Path path = Files.createTempFile(folder, "view-build", ".tmp");
            open = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = open;
        }
        return open;
    }

    /**
     * The entries of a part by their streams, each stream's in order of position. It MUST be asked for only after all
     * entries were added.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    Map<String, List<StoredEntry>> part(int number) {
        Part part = parts.get(number);
        Map<String, List<StoredEntry>> streams = new LinkedHashMap<>();
        synchronized (part) {
            try {
                for (Chunk chunk : part.chunks) {
                    read(bytes(chunk), streams);
                }
                read(part.buffer.toByteArray(), streams);
            } catch (IOException e) {
                throw new UncheckedIOException("the entries of a build cannot be read from " + folder, e);
            }
        }
        streams.values().forEach(entries -> entries.sort(Comparator.comparingLong(StoredEntry::position)));
        return streams;
    }

    private byte[] bytes(Chunk chunk) throws IOException {
        FileChannel channel;
        synchronized (this) {
            channel = file();
        }
        ByteBuffer buffer = ByteBuffer.allocate(chunk.length());
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, chunk.offset() + buffer.position()) < 0) {
                throw new EOFException("the file is shorter than what was written");
            }
        }
        return buffer.array();
    }

    private static void read(byte[] bytes, Map<String, List<StoredEntry>> streams) throws IOException {
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
        while (data.available() > 0) {
            long position = data.readLong();
            String stream = data.readUTF();
            byte[] text = new byte[data.readInt()];
            data.readFully(text);
            streams.computeIfAbsent(stream, s -> new ArrayList<>())
                    .add(new StoredEntry(position, stream, new String(text, StandardCharsets.UTF_8)));
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
