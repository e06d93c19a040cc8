package org.coordinationledger.service.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.coordinationledger.service.PrivateFile;

/**
 * The keys that checkpoints are signed with: a file with base64 of 32 random bytes on each line, the current one first.
 * While there are several lines, each checkpoint carries a signature by each, so that whoever knows one of them goes on
 * trusting.
 */
public final class LogKeyFile {

    private static final int SEED_BYTES = 32;
    private static final int MOST_KEYS = 4;

    private LogKeyFile() {}

    /**
     * The seeds of the keys in a file.
     *
     * @throws IllegalStateException if it holds anything else, or is not there; the message repeats nothing of it
     */
    public static List<byte[]> read(Path file) {
        List<byte[]> seeds = new ArrayList<>();
        try {
            if (!Files.exists(file)) {
                throw new IllegalStateException("there is no key to sign checkpoints with at " + file
                        + ": make one with  head -c 32 /dev/urandom | base64 > " + file.getFileName()
                        + "  and back it up (setting ledger.log.key-file)");
            }
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                if (!line.isBlank()) {
                    seeds.add(decoded(line.strip(), file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key to sign checkpoints with cannot be read from " + file, e);
        }
        if (seeds.isEmpty() || seeds.size() > MOST_KEYS) {
            throw new IllegalStateException(file + " must hold 1 to " + MOST_KEYS + " keys");
        }
        return seeds;
    }

    private static byte[] decoded(String line, Path file) {
        try {
            byte[] seed = Base64.getDecoder().decode(line);
            if (seed.length == SEED_BYTES) {
                return seed;
            }
        } catch (IllegalArgumentException e) {
            // told below, without what the file holds
        }
        throw new IllegalStateException(file + " must hold base64 of " + SEED_BYTES + " bytes on each line");
    }

    /** Makes a file with one new key, readable by its owner only, if there is none yet. */
    public static void createIfAbsent(Path file) {
        if (Files.exists(file)) {
            return;
        }
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        try {
            PrivateFile.create(
                    file, (Base64.getEncoder().encodeToString(seed) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // another process was faster, and its key serves both
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
