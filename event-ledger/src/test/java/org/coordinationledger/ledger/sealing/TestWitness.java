package org.coordinationledger.ledger.sealing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.coordinationledger.tlog.AddCheckpoint;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.KeyKind;
import org.coordinationledger.tlog.Proofs;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.SignerKey;
import org.coordinationledger.tlog.TrustPolicy;

/** A witness that verifies what it is shown as C2SP tlog-witness says, and remembers the newest checkpoint. */
final class TestWitness implements AutoCloseable {

    private final SignerKey key = SignerKey.ofSeed("witness.example/w", KeyKind.COSIGNATURE, SealedLedger.seed(7));
    private final TrustPolicy log;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Checkpoint seen;
    private volatile boolean silent;
    private int asked;

    /** @param logKeys the seeds of the keys of the log that it knows */
    TestWitness(byte[]... logKeys) {
        this.log = new TrustPolicy(Arrays.stream(logKeys)
                .map(seed -> SignerKey.ofSeed(SealedLedger.ORIGIN, KeyKind.NOTE, seed).verifier()).toList(),
                List.of(), 0);
        this.seen = new Checkpoint(SealedLedger.ORIGIN, 0, Hash.EMPTY_ROOT);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/witness/add-checkpoint", this::take);
        server.start();
    }

    Witness witness() {
        return new Witness(key.verifier(), URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/witness"));
    }

    synchronized long size() {
        return seen.size();
    }

    synchronized int asked() {
        return asked;
    }

    /** From now on it takes connections and answers nothing. */
    void fallSilent() {
        silent = true;
    }

    private void take(HttpExchange exchange) throws IOException {
        if (silent) {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status;
        String answer;
        synchronized (this) {
            asked++;
            try {
                AddCheckpoint.Request request = AddCheckpoint.Request.parse(body);
                Checkpoint shown = log.open(request.checkpoint()).checkpoint();
                if (request.oldSize() > shown.size()) {
                    status = 400;
                    answer = "";
                } else if (request.oldSize() != seen.size()) {
                    status = 409;
                    answer = AddCheckpoint.conflict(seen.size());
                } else if (seen.size() > 0 && !Proofs.consistent(
                        seen.size(), seen.root(), shown.size(), shown.root(), request.proof())) {
                    status = 422;
                    answer = "";
                } else {
                    seen = shown;
                    status = 200;
                    answer = key.cosign(request.checkpoint().text(), Instant.now()).line() + "\n";
                }
            } catch (RefusedException e) {
                status = e.reason() == RefusedException.Reason.NO_KNOWN_SIGNATURE ? 403 : 400;
                answer = "";
            }
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
