package org.coordinationledger.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A witness' statement that, at a time, a checkpoint was the largest one it had seen of the log, and a continuation of
 * all it had seen before (C2SP cosignature/v1).
 *
 * @param witness whose key verified it
 * @param at whole seconds
 */
public record Cosignature(VerifierKey witness, Instant at) {

    /** What a signature line holds. */
    record Timed(long time, byte[] signature) {}

    static Optional<Timed> read(NoteSignature line) {
        byte[] bytes = line.signature();
        if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        return time < 0
                ? Optional.empty()
                : Optional.of(new Timed(time, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
    }

    static byte[] bytes(long time, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(time)
                .put(signature)
                .array();
    }

    static byte[] message(long time, String checkpointText) {
        return SignedNote.utf8("cosignature/v1\ntime " + time + "\n" + checkpointText);
    }

    /** The cosignature of a line that {@code witness} verified; empty if its time is beyond what a clock can show. */
    static Optional<Cosignature> of(VerifierKey witness, NoteSignature line) {
        return read(line)
                .filter(timed -> timed.time() <= Instant.MAX.getEpochSecond())
                .map(timed -> new Cosignature(witness, Instant.ofEpochSecond(timed.time())));
    }
}
