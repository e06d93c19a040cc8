package org.coordinationledger.service.personaldata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.coordinationledger.service.PrivateFile;

/**
 * The keys that wrap members' data keys: one per line of a file, base64 of 32 bytes. The first line wraps what is new,
 * the others still open what was wrapped before, so a key can be exchanged by putting a new line on top.
 *
 * <p>The file MUST be backed up apart from the database: without it all personal data are lost, and together with the
 * database it opens them.
 */
final class KeyEncryptionKeys {

    private static final int KEY_BYTES = 32;

    private final String currentId;
    private final Map<String, SecretKey> byId;

    private KeyEncryptionKeys(Map<String, SecretKey> byId) {
        this.byId = Map.copyOf(byId);
        this.currentId = byId.keySet().iterator().next();
    }

    /**
     * The keys in a file.
     *
     * @throws IllegalStateException if it holds anything else; the message repeats nothing of it
     */
    static KeyEncryptionKeys read(Path file) {
        List<String> lines = new ArrayList<>();
        try {
            Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException("the key-encryption key cannot be read from " + file, e);
        }
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String line : lines) {
            byte[] key = decoded(line);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException(file + " must hold base64 of " + KEY_BYTES + " bytes on each line");
            }
            keys.put(idOf(key), new SecretKeySpec(key, "AES"));
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException(file + " holds no key");
        }
        return new KeyEncryptionKeys(keys);
    }

    /** Makes a file with one new key, if there is none yet. */
    static void createIfAbsent(Path file) {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String line = Base64.getEncoder().encodeToString(key) + "\n";
        try {
            PrivateFile.create(file, line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the key that wraps what is new. */
    String currentId() {
        return currentId;
    }

    SecretKey current() {
        return named(currentId);
    }

    /**
     * The key with this id.
     *
     * @throws IllegalStateException if the file no longer holds it
     */
    SecretKey named(String id) {
        SecretKey key = byId.get(id);
        if (key == null) {
            throw new IllegalStateException("the key-encryption key " + id + " is missing from its file");
        }
        return key;
    }

    private static byte[] decoded(String line) {
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String idOf(byte[] key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("key-encryption-key-id\n".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha256.digest(key), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
