package org.coordinationledger.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.coordinationledger.tlog.RefusedException.Reason;
import org.jspecify.annotations.Nullable;

/** A signature line of a note: who claims to have signed with which key, and the signature. Nothing is verified yet. */
public final class NoteSignature {

    private static final String DASH = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] signature;

    public NoteSignature(String name, int keyId, byte[] signature) {
        this.name = KeyNames.checked(name, Reason.NOTE);
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** @param line without the newline that ends it */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new RefusedException(Reason.NOTE, "no signature line");
        }
        byte[] bytes = StrictBase64.bytes(line.substring(space + 1), Reason.NOTE);
        if (bytes.length < 5) {
            throw new RefusedException(Reason.NOTE, "a signature line without a signature");
        }
        return new NoteSignature(
                line.substring(DASH.length(), space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    public byte[] signature() {
        return signature.clone();
    }

    /** The line, without a newline. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(4 + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return DASH + name + " " + StrictBase64.text(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteSignature that
                && keyId == that.keyId
                && name.equals(that.name)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId, Arrays.hashCode(signature));
    }

    @Override
    public String toString() {
        return line();
    }
}
