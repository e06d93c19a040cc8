package org.coordinationledger.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.coordinationledger.tlog.RefusedException.Reason;

/**
 * A text and signatures below it, as C2SP signed-note has it. Its text counts for nothing before {@link #verifiedBy}
 * or a {@link TrustPolicy} found a known key's signature.
 *
 * @param text ends with a newline
 * @param signatures one to 64
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Notes are not longer than this, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MOST_SIGNATURES = 64;

    public SignedNote {
        checkText(text);
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new RefusedException(Reason.NOTE, "a note with %d signatures".formatted(signatures.size()));
        }
        signatures = List.copyOf(signatures);
    }

    /** The text, signed with each of the keys. */
    public static SignedNote sign(String text, SignerKey... keys) {
        List<NoteSignature> signatures = new ArrayList<>();
        for (SignerKey key : keys) {
            signatures.add(key.sign(text));
        }
        return new SignedNote(text, signatures);
    }

    /** @throws RefusedException with {@link Reason#NOTE} */
    public static SignedNote parse(byte[] note) {
        if (note.length > MAX_BYTES) {
            throw new RefusedException(Reason.NOTE, "a note of %d bytes".formatted(note.length));
        }
        try {
            return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString());
        } catch (CharacterCodingException e) {
            throw new RefusedException(Reason.NOTE, "a note that is not UTF-8");
        }
    }

    /** @throws RefusedException with {@link Reason#NOTE} */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.length() > MAX_BYTES) {
            throw new RefusedException(Reason.NOTE, "no text with signatures below it");
        }
        return new SignedNote(note.substring(0, end + 1), signatureLines(note.substring(end + 2)));
    }

    /** Reads signature lines, each ended by a newline, such as a witness' answer. */
    static List<NoteSignature> signatureLines(String lines) {
        if (!lines.endsWith("\n")) {
            throw new RefusedException(Reason.NOTE, "no signature lines");
        }
        String[] parts = lines.substring(0, lines.length() - 1).split("\n", -1);
        if (parts.length > MOST_SIGNATURES) {
            throw new RefusedException(Reason.NOTE, "a note with %d signatures".formatted(parts.length));
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : parts) {
            signatures.add(NoteSignature.parse(line));
        }
        return signatures;
    }

    static void checkText(String text) {
        boolean fine = text.endsWith("\n")
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.chars().allMatch(c -> c >= ' ' || c == '\n');
        if (!fine) {
            throw new RefusedException(Reason.NOTE, "no text of a note");
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The note with one more signature line; the same one is not added twice. */
    public SignedNote plus(NoteSignature signature) {
        if (signatures.contains(signature)) {
            return this;
        }
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * Those of the known keys that signed, in their order. Lines of unknown keys are ignored.
     *
     * @throws RefusedException with {@link Reason#SIGNATURE} if a line names a known key and is not its signature
     */
    public List<VerifierKey> verifiedBy(Collection<VerifierKey> known) {
        List<VerifierKey> signers = new ArrayList<>();
        for (VerifierKey key : known) {
            for (NoteSignature line : signatures) {
                if (key.isNamedBy(line)) {
                    if (!key.verifies(text, line)) {
                        throw new RefusedException(
                                Reason.SIGNATURE, "the signature of %s does not fit the text".formatted(key.name()));
                    }
                    if (!signers.contains(key)) {
                        signers.add(key);
                    }
                }
            }
        }
        return signers;
    }

    /** The whole note. */
    public String note() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(s -> note.append(s.line()).append('\n'));
        return note.toString();
    }

    /** The whole note in UTF-8. */
    public byte[] bytes() {
        return utf8(note());
    }

    @Override
    public String toString() {
        return note();
    }
}
