package org.coordinationledger.evidence;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip file with a record's whole evidence; read into memory, never unpacked, and bounded. */
public final class CaseFile {

    public static final String MANIFEST = "case.json";
    public static final String PAGE = "case.html";
    public static final String CHECKPOINT = "checkpoint";
    public static final String KEYS = "vkey";
    public static final String ENTRIES = "entries/";
    public static final String PROOFS = "proofs/";
    public static final String TEXTS = "texts/";
    /** The entry that holds the root of record heads, and its proof. */
    public static final String HEADS_ENTRY = "heads/entry.json";
    public static final String HEADS_PROOF = "heads/entry.tlog-proof";
    /** All bundles from the tree of record heads to the checkpoint, and the edge of the tree before them. */
    public static final String AFTER = "after/";

    /** No case file holds more than this, unpacked. */
    public static final long MOST_BYTES = 256L * 1024 * 1024;

    /** Nor more files. */
    static final int MOST_FILES = 100_000;

    private CaseFile() {}

    /** Name of the file with an entry's bytes. */
    public static String entry(long position) {
        return ENTRIES + position + ".json";
    }

    /** Name of the file with an entry's proof. */
    public static String proof(long position) {
        return PROOFS + position + ".tlog-proof";
    }

    /**
     * Writes the files as one zip file, the same bytes for the same files; the stream is left open.
     *
     * @throws CaseTooLargeException if they are more than {@link #read} takes; nothing is written then
     */
    public static void write(OutputStream to, Map<String, byte[]> files) throws IOException {
        long bytes = files.values().stream().mapToLong(file -> file.length).sum();
        if (bytes > MOST_BYTES || files.size() > MOST_FILES) {
            throw new CaseTooLargeException();
        }
        ZipOutputStream zip = new ZipOutputStream(to);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Whether a file begins as zip files do. */
    public static boolean isOne(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K';
    }

    /** @throws DamagedCaseException if it is damaged, names a file twice or is too large */
    public static Map<String, byte[]> read(byte[] file) {
        Map<String, byte[]> files = new TreeMap<>();
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= bytes.length;
                if (left < 0 || files.size() >= MOST_FILES || files.put(entry.getName(), bytes) != null) {
                    throw new DamagedCaseException("zip");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new DamagedCaseException("zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
