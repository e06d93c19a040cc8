package org.coordinationledger.tlog;

import java.util.Arrays;
import java.util.List;
import org.coordinationledger.tlog.RefusedException.Reason;

/** What is sent to a witness to have a checkpoint cosigned, and what it answers (C2SP tlog-witness). */
public final class AddCheckpoint {

    private static final String OLD = "old ";

    private AddCheckpoint() {}

    /**
     * The body of a request.
     *
     * @param oldSize size of the checkpoint that the witness cosigned last, 0 if none
     * @param proof that the old tree is a prefix of the new one; empty where the old size is 0
     */
    public record Request(long oldSize, List<Hash> proof, SignedNote checkpoint) {
        public Request {
            proof = List.copyOf(proof);
            ProofLines.check(proof, Reason.WITNESS_MESSAGE);
            if (oldSize < 0) {
                throw new RefusedException(Reason.WITNESS_MESSAGE, "a size below 0");
            }
        }

        /** @throws RefusedException with {@link Reason#WITNESS_MESSAGE} or {@link Reason#NOTE} */
        public static Request parse(String body) {
            int end = body.indexOf("\n\n");
            if (end < 0 || !body.startsWith(OLD)) {
                throw new RefusedException(Reason.WITNESS_MESSAGE, "no request to cosign a checkpoint");
            }
            List<String> lines = Arrays.asList(body.substring(0, end).split("\n", -1));
            return new Request(
                    Decimal.parse(lines.get(0).substring(OLD.length()), Reason.WITNESS_MESSAGE),
                    ProofLines.read(lines.subList(1, lines.size()), Reason.WITNESS_MESSAGE),
                    SignedNote.parse(body.substring(end + 2)));
        }

        public String body() {
            return OLD + oldSize + "\n" + ProofLines.write(proof) + "\n" + checkpoint.note();
        }
    }

    /**
     * Reads what a witness answered with status 200: its signature lines, not verified yet.
     *
     * @throws RefusedException with {@link Reason#NOTE}
     */
    public static List<NoteSignature> response(String body) {
        if (body.length() > SignedNote.MAX_BYTES) {
            throw new RefusedException(Reason.NOTE, "an answer of %d characters".formatted(body.length()));
        }
        return SignedNote.signatureLines(body);
    }

    /**
     * Reads the size that a witness named with status 409: the one it cosigned last.
     *
     * @throws RefusedException with {@link Reason#WITNESS_MESSAGE}
     */
    public static long sizeInConflict(String body) {
        if (!body.endsWith("\n")) {
            throw new RefusedException(Reason.WITNESS_MESSAGE, "no size");
        }
        return Decimal.parse(body.substring(0, body.length() - 1), Reason.WITNESS_MESSAGE);
    }

    /** The body in which a witness names the size that it cosigned last. */
    public static String conflict(long size) {
        return size + "\n";
    }
}
