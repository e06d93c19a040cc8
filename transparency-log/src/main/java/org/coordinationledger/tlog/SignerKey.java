package org.coordinationledger.tlog;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.tlog.RefusedException.Reason;

/**
 * The private key of a log or of a witness. Its text is the one of Go's note package,
 * {@code PRIVATE+KEY+name+id+seed}; {@link #toString} does not tell it.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final Pattern FORM =
            Pattern.compile("PRIVATE\\+KEY\\+(?<name>[^+]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>.+)");

    private final VerifierKey verifier;
    private final KeyPair pair;

    private SignerKey(String name, KeyKind kind, KeyPair pair) {
        this.pair = pair;
        verifier = new VerifierKey(name, kind, Ed25519.encoded(pair.getPublic()));
    }

    /** A new key. */
    public static SignerKey generate(String name, KeyKind kind, SecureRandom random) {
        return new SignerKey(name, kind, Ed25519.generate(random));
    }

    /** The key of a seed of 32 bytes. */
    public static SignerKey ofSeed(String name, KeyKind kind, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) {
            throw new RefusedException(Reason.KEY, "a seed has 32 bytes, not " + seed.length);
        }
        return new SignerKey(name, kind, Ed25519.ofSeed(seed));
    }

    /** @throws RefusedException with {@link Reason#KEY}; its message does not repeat the text */
    public static SignerKey parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new RefusedException(Reason.KEY, "no private key of a note signer");
        }
        byte[] bytes = StrictBase64.bytes(form.group("key"), Reason.KEY);
        if (bytes.length != 1 + Ed25519.KEY_BYTES) {
            throw new RefusedException(Reason.KEY, "a private key of another length");
        }
        SignerKey key = ofSeed(form.group("name"), KeyKind.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!key.verifier.idHex().equals(form.group("id"))) {
            throw new RefusedException(Reason.KEY, "the id does not belong to the private key");
        }
        return key;
    }

    /** The private key as text, to be kept secret. */
    public String secretText() {
        byte[] typed = new byte[1 + Ed25519.KEY_BYTES];
        typed[0] = verifier.kind().type();
        System.arraycopy(Ed25519.seed(pair.getPrivate()), 0, typed, 1, Ed25519.KEY_BYTES);
        return PREFIX + verifier.name() + "+" + verifier.idHex() + "+" + StrictBase64.text(typed);
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a note's text, which ends with a newline. Only for keys of the kind {@link KeyKind#NOTE}. */
    public NoteSignature sign(String noteText) {
        require(KeyKind.NOTE);
        SignedNote.checkText(noteText);
        return line(Ed25519.sign(pair.getPrivate(), SignedNote.utf8(noteText)));
    }

    /** Cosigns a checkpoint's text at a time, in whole seconds. Only for keys of the kind {@link KeyKind#COSIGNATURE}. */
    public NoteSignature cosign(String checkpointText, Instant time) {
        require(KeyKind.COSIGNATURE);
        SignedNote.checkText(checkpointText);
        long seconds = time.getEpochSecond();
        byte[] signature = Ed25519.sign(pair.getPrivate(), Cosignature.message(seconds, checkpointText));
        return line(Cosignature.bytes(seconds, signature));
    }

    private void require(KeyKind kind) {
        if (verifier.kind() != kind) {
            throw new IllegalStateException("this key is for " + verifier.kind());
        }
    }

    private NoteSignature line(byte[] signature) {
        return new NoteSignature(verifier.name(), verifier.id(), signature);
    }

    @Override
    public String toString() {
        return "signer of " + verifier.text();
    }
}
