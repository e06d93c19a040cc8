package org.coordinationledger.auditor;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip file with a record's whole evidence; read into memory, never unpacked, and bounded. */
final class CaseFile {

    static final String MANIFEST = "case.json";
    static final String PAGE = "case.html";
    static final String CHECKPOINT = "checkpoint";
    static final String KEYS = "vkey";
    static final String ENTRIES = "entries/";
    static final String PROOFS = "proofs/";
    static final String TEXTS = "texts/";
    /** The entry that holds the root of record heads, and its proof. */
    static final String HEADS_ENTRY = "heads/entry.json";
    static final String HEADS_PROOF = "heads/entry.tlog-proof";
    /** All bundles from the tree of record heads to the checkpoint, and the edge of the tree before them. */
    static final String AFTER = "after/";

    /** No case file holds more than this, unpacked. */
    static final long MOST_BYTES = 256L * 1024 * 1024;

    private static final int MOST_FILES = 100_000;

    private CaseFile() {}

    static void write(Path to, Map<String, byte[]> files) {
        try (OutputStream out = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UnreachableException("write", to.toString());
        }
    }

    /** Whether a file begins as zip files do. */
    static boolean isOne(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K';
    }

    /** @throws FaultException with {@link Fault#CASE_CHANGED} if it is damaged, names a file twice or is too large */
    static Map<String, byte[]> read(byte[] file) {
        Map<String, byte[]> files = new TreeMap<>();
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= bytes.length;
                if (left < 0 || files.size() >= MOST_FILES || files.put(entry.getName(), bytes) != null) {
                    throw new FaultException(Fault.CASE_CHANGED, FaultException.NOWHERE, "zip");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new FaultException(Fault.CASE_CHANGED, FaultException.NOWHERE, "zip");
        } catch (IOException e) {
            throw new UnreachableException("file", "zip");
        }
        return files;
    }
}
