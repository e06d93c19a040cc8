package org.coordinationledger.ledger.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.ledger.sealing.WitnessStatus.Trouble;
import org.coordinationledger.tlog.AddCheckpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.NoteSignature;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.SignedNote;
import org.jspecify.annotations.Nullable;

/** Asks one witness to cosign. Every wait and every answer is bounded; nothing is followed elsewhere. */
final class WitnessClient {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = SignedNote.MAX_BYTES;
    private static final int ATTEMPTS = 3;

    /** Gives the proof that the log of one size goes on from that of another. */
    @FunctionalInterface
    interface Consistency {

        List<Hash> between(long from, long to);
    }

    /**
     * What became of it.
     *
     * @param line    the cosignature with its line end; null if there is none
     * @param trouble why there is none
     * @param size    what the witness has seen, as far as it said so; -1 if it did not
     */
    record Answer(@Nullable String line, @Nullable Trouble trouble, long size) {
    }

    private record Reply(int status, String body) {
    }

    private final Witness witness;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WitnessClient(Witness witness) {
        this.witness = witness;
    }

    /** Asks for a cosignature of a checkpoint, beginning at the size that the witness is believed to have seen. */
    Answer ask(PublishedCheckpoint checkpoint, long believed, Consistency consistency) throws InterruptedException {
        SignedNote note = SignedNote.parse(checkpoint.note());
        long old = Math.max(0, Math.min(believed, checkpoint.size()));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Reply> reply = send(note, old, checkpoint.size(), consistency);
            if (reply.isEmpty()) {
                return new Answer(null, Trouble.SILENT, -1);
            }
            switch (reply.get().status()) {
                case 200 -> {
                    return cosigned(note, reply.get().body(), checkpoint.size());
                }
                case 409 -> {
                    long seen = named(reply.get().body());
                    if (seen < 0 || seen == old) {
                        return new Answer(null, Trouble.FALSE_ANSWER, -1);
                    }
                    if (seen > checkpoint.size()) {
                        return new Answer(null, Trouble.AHEAD, seen);
                    }
                    old = seen;
                }
                case 422 -> {
                    return new Answer(null, Trouble.OTHER_HISTORY, old);
                }
                case 400, 403, 404 -> {
                    return new Answer(null, Trouble.UNKNOWN_LOG, -1);
                }
                default -> {
                    return new Answer(null, Trouble.SILENT, -1);
                }
            }
        }
        return new Answer(null, Trouble.FALSE_ANSWER, -1);
    }

    private Optional<Reply> send(SignedNote note, long old, long size, Consistency consistency)
            throws InterruptedException {
        List<Hash> proof = old == 0 || old == size ? List.of() : consistency.between(old, size);
        HttpRequest request = HttpRequest.newBuilder(witness.addCheckpoint())
                .timeout(ANSWER)
                .POST(BodyPublishers.ofString(new AddCheckpoint.Request(old, proof, note).body()))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
                return bytes.length > LARGEST_ANSWER
                        ? Optional.empty()
                        : Optional.of(new Reply(response.statusCode(), new String(bytes, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Answer cosigned(SignedNote note, String body, long size) {
        try {
            for (NoteSignature line : AddCheckpoint.response(body)) {
                if (witness.key().verifies(note.text(), line)) {
                    return new Answer(line.line() + "\n", null, size);
                }
            }
        } catch (RefusedException malformed) {
            return new Answer(null, Trouble.FALSE_ANSWER, -1);
        }
        return new Answer(null, Trouble.FALSE_ANSWER, -1);
    }

    private static long named(String body) {
        try {
            return AddCheckpoint.sizeInConflict(body);
        } catch (RefusedException malformed) {
            return -1;
        }
    }
}
