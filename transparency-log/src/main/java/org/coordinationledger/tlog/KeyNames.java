package org.coordinationledger.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.coordinationledger.tlog.RefusedException.Reason;

/** Names and ids of keys, as C2SP signed-note has them. */
final class KeyNames {

    private static final int LONGEST = 255;

    /** No Unicode spaces, no plus, no control characters. */
    private static final Pattern FORM = Pattern.compile("[^+\\p{IsWhite_Space}\\p{Cntrl}]+");

    private KeyNames() {}

    static boolean wellFormed(String name) {
        return name.length() <= LONGEST && FORM.matcher(name).matches();
    }

    static String checked(String name, Reason otherwise) {
        if (!wellFormed(name)) {
            throw new RefusedException(otherwise, "no name of a key");
        }
        return name;
    }

    static int id(String name, KeyKind kind, byte[] publicKey) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed = ByteBuffer.allocate(text.length + 2 + publicKey.length)
                .put(text)
                .put((byte) '\n')
                .put(kind.type())
                .put(publicKey);
        return ByteBuffer.wrap(Hash.sha256(hashed.array()).raw()).getInt();
    }
}
