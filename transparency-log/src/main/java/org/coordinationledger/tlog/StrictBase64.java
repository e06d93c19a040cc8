package org.coordinationledger.tlog;

import java.util.Base64;
import org.coordinationledger.tlog.RefusedException.Reason;

/** Base 64 of RFC 4648 section 4 in its one canonical form: with padding, and with no bits beside the bytes. */
final class StrictBase64 {

    private StrictBase64() {}

    static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] bytes(String text, Reason otherwise) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(otherwise, "not base 64");
        }
        if (!text(bytes).equals(text)) {
            throw new RefusedException(otherwise, "base 64 that is not canonical");
        }
        return bytes;
    }

    static Hash hash(String text, Reason otherwise) {
        byte[] bytes = bytes(text, otherwise);
        if (bytes.length != Hash.BYTES) {
            throw new RefusedException(otherwise, "a hash has 32 bytes, not " + bytes.length);
        }
        return Hash.of(bytes);
    }
}
