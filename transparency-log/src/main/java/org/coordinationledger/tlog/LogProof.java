package org.coordinationledger.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.tlog.RefusedException.Reason;

/**
 * The proof that an entry lies in a log, as a file that is checked offline (C2SP tlog-proof).
 *
 * @param extra what its writer added; nothing vouches for it. Here it is mostly the entry itself, whose hash is then
 *     compared with what the proof proves
 * @param index position of the entry
 * @param proof hashes from the entry's leaf hash to the checkpoint's root
 */
public record LogProof(Optional<byte[]> extra, long index, List<Hash> proof, SignedNote checkpoint) {

    /** No such file is larger than this. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public LogProof {
        proof = List.copyOf(proof);
        ProofLines.check(proof, Reason.PROOF_FORM);
        if (index < 0) {
            throw new RefusedException(Reason.PROOF_FORM, "an index below 0");
        }
    }

    /** @throws RefusedException with {@link Reason#PROOF_FORM} or, if its checkpoint is no note, {@link Reason#NOTE} */
    public static LogProof parse(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new RefusedException(Reason.PROOF_FORM, "a proof of %d bytes".formatted(file.length));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(Reason.PROOF_FORM, "a proof that is not UTF-8");
        }
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new RefusedException(Reason.PROOF_FORM, "a proof without a checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        if (!lines.get(0).equals(HEADER)) {
            throw new RefusedException(Reason.PROOF_FORM, "no tlog-proof of version 1");
        }
        int next = 1;
        Optional<byte[]> extra = Optional.empty();
        if (next < lines.size() && lines.get(next).startsWith(EXTRA)) {
            extra = Optional.of(
                    StrictBase64.bytes(lines.get(next++).substring(EXTRA.length()), Reason.PROOF_FORM));
        }
        if (next >= lines.size() || !lines.get(next).startsWith(INDEX)) {
            throw new RefusedException(Reason.PROOF_FORM, "a proof without an index");
        }
        long index = Decimal.parse(lines.get(next++).substring(INDEX.length()), Reason.PROOF_FORM);
        return new LogProof(
                extra,
                index,
                ProofLines.read(lines.subList(next, lines.size()), Reason.PROOF_FORM),
                SignedNote.parse(text.substring(end + 2)));
    }

    /** The whole file. */
    public String text() {
        return HEADER + "\n"
                + extra.map(e -> EXTRA + StrictBase64.text(e) + "\n").orElse("")
                + INDEX + index + "\n"
                + ProofLines.write(proof)
                + "\n"
                + checkpoint.note();
    }

    /** The whole file in UTF-8. */
    public byte[] bytes() {
        return SignedNote.utf8(text());
    }

    /**
     * Verifies that the entry with this leaf hash lies at {@link #index} in the log.
     *
     * @return the checkpoint that it was proved for
     * @throws RefusedException with the reason why it proves nothing
     */
    public TrustPolicy.Opened verify(Hash leaf, TrustPolicy policy) {
        TrustPolicy.Opened opened = policy.open(checkpoint);
        Checkpoint trusted = opened.checkpoint();
        if (!Proofs.includes(index, trusted.size(), leaf, proof, trusted.root())) {
            throw new RefusedException(
                    Reason.PROOF, "does not prove this entry at position %d".formatted(index));
        }
        return opened;
    }
}
