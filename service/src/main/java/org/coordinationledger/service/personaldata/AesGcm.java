package org.coordinationledger.service.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM of the Java platform with a random 96-bit nonce and a 128-bit tag; what is bound to it is the context. */
final class AesGcm {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    /** The tag stands behind the ciphertext. */
    record Box(byte[] nonce, byte[] ciphertext) {}

    Box seal(SecretKey key, byte[] clear, String context) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            return new Box(nonce, cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(clear));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + TRANSFORMATION, e);
        }
    }

    /** What was sealed, or empty if key, nonce, ciphertext and context do not belong together. */
    Optional<byte[]> open(SecretKey key, Box box, String context) {
        if (box.nonce().length != NONCE_BYTES || box.ciphertext().length < TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, box.nonce(), context).doFinal(box.ciphertext()));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + TRANSFORMATION, e);
        }
    }

    byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
