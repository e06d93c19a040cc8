package org.coordinationledger.service.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.coordinationledger.service.PrivateFile;

/**
 * The key under which logins are vouched for: base64 of 32 bytes in a file that all processes of one service read. Nothing
 * is lost with it but the logins of the hour.
 */
final class TokenKey {

    private static final int KEY_BYTES = 32;

    private TokenKey() {}

    /**
     * The key in a file, which is made where there is none.
     *
     * @throws IllegalStateException if the file holds anything else; the message repeats nothing of it
     */
    static SecretKey of(Path file) {
        try {
            createIfAbsent(file);
            byte[] key = Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length == KEY_BYTES) {
                return new SecretKeySpec(key, "HmacSHA256");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key for logins cannot be read from " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " must hold base64 of " + KEY_BYTES + " bytes");
        }
        throw new IllegalStateException(file + " must hold base64 of " + KEY_BYTES + " bytes");
    }

    private static void createIfAbsent(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            PrivateFile.create(file, (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // another process was faster, and its key serves both
        }
    }
}
