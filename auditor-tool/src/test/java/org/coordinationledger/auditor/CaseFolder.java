package org.coordinationledger.auditor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.coordinationledger.evidence.CaseFile;

/** A mirror, and beside it the case file of the record that {@link Agreements} tell. */
record CaseFolder(Path folder) {

    private static final String RECORD = "agreement-1";
    private static final Object KEY = TestLog.KEY.verifier().text();

    Path mirror() {
        return folder.resolve("mirror");
    }

    Path file() {
        return folder.resolve("case.zip");
    }

    /** Has the auditor write the case file. */
    Run write(Object... options) {
        return Run.of(Stream.concat(Stream.of("casefile", mirror(), RECORD, "-o", file()), Arrays.stream(options)).toArray());
    }

    /** Has the auditor check it with the log's key. */
    Run check(Object... options) {
        return Run.of(Stream.concat(Stream.of("check", file(), "--key", KEY), Arrays.stream(options)).toArray());
    }

    /** The files in the case file, by name. */
    Map<String, byte[]> read() {
        try {
            return CaseFile.read(Files.readAllBytes(file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a case file of these files in its place. */
    void zip(Map<String, byte[]> files) {
        try (OutputStream to = Files.newOutputStream(file())) {
            CaseFile.write(to, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
