package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.VerifierKey;
import org.coordinationledger.view.declaration.FeatureViews;

/**
 * All that can be asked of a ledger, at pairs of times that do not move: every figure for several organisations, every
 * record's history, and the log's tiles, from which every entry's proof follows.
 *
 * @param paths what is asked, all of which must be answered
 */
record WholeLedger(List<String> paths) {

    private static final String READER = "auditor";
    private static final int AT_ONCE = 4;
    private static final int PAGE = 1_000;
    private static final int EVERY = 13;
    private static final List<String> DAYS = List.of("2018-05-31", "2025-12-31");

    static WholeLedger of(LedgerReader ledger, FeatureViews views) {
        long tail = ledger.tail();
        List<Long> known = List.of(tail / 2, tail);
        Set<String> paths = new LinkedHashSet<>();
        List<String> scopes = new ArrayList<>();
        for (long from = 0; from <= tail; from += PAGE) {
            for (Entry entry : ledger.entriesFrom(from, PAGE)) {
                views.ofType(entry.streamType()).ifPresent(view -> known.forEach(k -> {
                    if (entry.position() <= k) {
                        paths.add("/api/v1/%s/%s/history?limit=200&knownOn=%d".formatted(view.resource(), entry.streamId(), k));
                    }
                }));
                if (entry.eventName().equals("organisation.registered")
                        && entry.payload().contains("\"PROVINCIAL_PARTY_COMMITTEE\"")) {
                    scopes.add(entry.streamId());
                }
            }
        }
        views.figures().forEach(figure -> DAYS.forEach(day -> known.forEach(k -> scopes.forEach(scope ->
                paths.add("/api/v1/figures/%s?scope=%s&effectiveOn=%s&knownOn=%d"
                        .formatted(figure.figure().name(), scope, day, k))))));
        views.all().forEach(view -> DAYS.forEach(day -> known.forEach(k ->
                paths.add("/api/v1/%s?limit=200&effectiveOn=%s&knownOn=%d".formatted(view.resource(), day, k)))));
        return new WholeLedger(List.copyOf(paths));
    }

    /** Every answer by its path; a figure that was not asked for as it must be is left out, and most are not. */
    Map<String, String> answers(OutsideClient client) throws IOException {
        Map<String, String> answers = new ConcurrentSkipListMap<>();
        atOnce(paths, path -> {
            Answer answer = client.get(READER, path);
            boolean figureOfAnotherKind = path.startsWith("/api/v1/figures/") && answer.status() == 400;
            boolean notYetThere = path.contains("/figures/") && answer.status() == 404;
            if (!figureOfAnotherKind && !notYetThere) {
                assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
                answers.put(path, answer.text());
            }
        });
        assertThat(answers).hasSizeGreaterThan(paths.size() / 2);
        return new TreeMap<>(answers);
    }

    /** The hashes of all entries as full tiles hold them, by the tiles' paths. */
    Map<String, String> tiles(OutsideClient client) throws IOException {
        Map<String, String> tiles = new TreeMap<>();
        long full = client.sealed() / TilePath.FULL;
        for (long index = 0; index < full; index++) {
            String path = "/log/" + new TilePath.Hashes(0, index, TilePath.FULL).path();
            tiles.put(path, HexFormat.of().formatHex(client.getFile(READER, path)));
        }
        return tiles;
    }

    /** The proofs of some entries of each tile by their positions, each verified with the key that the log publishes. */
    Map<Long, LogProof> proofs(OutsideClient client) throws IOException {
        Map<Long, LogProof> proofs = new ConcurrentSkipListMap<>();
        TrustPolicy policy = new TrustPolicy(
                client.getAnonymously("/log/vkey").text().lines().map(VerifierKey::parse).toList(), List.of(), 0);
        long size = client.sealed();
        List<Long> positions = LongStream.iterate(0, position -> position < size, position -> position + EVERY)
                .boxed()
                .toList();
        atOnce(positions, position -> {
            Answer answer = client.get(READER, "/api/v1/entries/" + position + "/proof");
            LogProof proof = LogProof.parse(answer.text().getBytes(StandardCharsets.UTF_8));
            proof.verify(Hash.ofLeaf(proof.extra().orElseThrow()), policy);
            assertThat(proof.index()).isEqualTo(position);
            proofs.put(position, proof);
        });
        return new TreeMap<>(proofs);
    }

    /** Each entry of the first proofs is proved now too, byte for byte as then where nothing was recorded since. */
    void sameProofs(Map<Long, LogProof> then, OutsideClient client) throws IOException {
        Map<Long, LogProof> now = proofs(client);
        assertThat(now.keySet()).containsAll(then.keySet());
        then.forEach((position, proof) -> {
            LogProof again = now.get(position);
            assertThat(again.extra().orElseThrow()).isEqualTo(proof.extra().orElseThrow());
            if (again.checkpoint().text().equals(proof.checkpoint().text())) {
                assertThat(again.bytes()).as("proof of %d", position).isEqualTo(proof.bytes());
            }
        });
    }

    private interface Asking<T> {
        void ask(T one) throws IOException;
    }

    private static <T> void atOnce(List<T> all, Asking<T> asking) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> asked = new ArrayList<>();
            for (T one : all) {
                asked.add(threads.submit(() -> {
                    asking.ask(one);
                    return null;
                }));
            }
            for (Future<?> each : asked) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
