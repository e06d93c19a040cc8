package org.coordinationledger.tlog;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.tlog.RefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The public key of a log or of a witness, whose text ("vkey") is {@code name+id+key}: the name, the id in eight
 * hexadecimal digits, and in base 64 the kind's byte and the key's bytes.
 */
public final class VerifierKey {

    private static final Pattern FORM = Pattern.compile("(?<name>[^+]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>.+)");
    private static final int LONGEST = 512;

    private final String name;
    private final KeyKind kind;
    private final byte[] encoded;
    private final PublicKey key;
    private final int id;

    VerifierKey(String name, KeyKind kind, byte[] encoded) {
        this.name = KeyNames.checked(name, Reason.KEY);
        this.kind = kind;
        this.encoded = encoded.clone();
        this.key = Ed25519.publicKey(encoded);
        this.id = KeyNames.id(name, kind, encoded);
    }

    /** @throws RefusedException with {@link Reason#KEY}; also if the id does not belong to the key */
    public static VerifierKey parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            throw new RefusedException(Reason.KEY, "no verifier key");
        }
        byte[] bytes = StrictBase64.bytes(form.group("key"), Reason.KEY);
        if (bytes.length != 1 + Ed25519.KEY_BYTES) {
            throw new RefusedException(Reason.KEY, "a key of %d bytes".formatted(bytes.length - 1));
        }
        VerifierKey key = new VerifierKey(
                form.group("name"), KeyKind.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!key.text().equals(text)) {
            throw new RefusedException(Reason.KEY, "the id does not belong to the key");
        }
        return key;
    }

    public String name() {
        return name;
    }

    public KeyKind kind() {
        return kind;
    }

    /** Its id, which every signature names; 32 bits, no proof of anything. */
    public int id() {
        return id;
    }

    /** Its id in eight hexadecimal digits. */
    public String idHex() {
        return HexFormat.of().toHexDigits(id);
    }

    /** The 32 bytes of the public key. */
    public byte[] publicKey() {
        return encoded.clone();
    }

    /** The vkey, for publication. */
    public String text() {
        byte[] typed = new byte[1 + encoded.length];
        typed[0] = kind.type();
        System.arraycopy(encoded, 0, typed, 1, encoded.length);
        return name + "+" + idHex() + "+" + StrictBase64.text(typed);
    }

    /** Whether a signature line names this key; it may still be false. */
    public boolean isNamedBy(NoteSignature line) {
        return line.keyId() == id && line.name().equals(name);
    }

    /** Whether a signature line is this key's signature of a note's text. */
    public boolean verifies(String noteText, NoteSignature line) {
        if (!isNamedBy(line)) {
            return false;
        }
        byte[] signature = line.signature();
        if (kind == KeyKind.NOTE) {
            return signature.length == Ed25519.SIGNATURE_BYTES
                    && Ed25519.verifies(key, SignedNote.utf8(noteText), signature);
        }
        return Cosignature.read(line)
                .filter(c -> Ed25519.verifies(key, Cosignature.message(c.time(), noteText), c.signature()))
                .isPresent();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey that
                && kind == that.kind
                && name.equals(that.name)
                && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, id);
    }

    @Override
    public String toString() {
        return text();
    }
}
