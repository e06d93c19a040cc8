package org.coordinationledger.auditor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.KeyKind;
import org.coordinationledger.tlog.MemoryTiles;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.tlog.SignerKey;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.vocabulary.TextDigest;

/** A log of any content, signed, and written as files that a server or a mirror would hold. */
final class TestLog {

    static final String ORIGIN = "ledger.example/test";
    static final SignerKey KEY = SignerKey.ofSeed(ORIGIN, KeyKind.NOTE, seed(1));
    static final SignerKey OTHER_KEY = SignerKey.ofSeed(ORIGIN, KeyKind.NOTE, seed(2));
    static final SignerKey WITNESS = SignerKey.ofSeed("witness.example/w1", KeyKind.COSIGNATURE, seed(3));

    private final List<byte[]> entries = new ArrayList<>();
    private final Map<String, long[]> heads = new HashMap<>();
    private final Map<String, byte[]> texts = new TreeMap<>();
    private String logId = "ledger.example/2026";

    private static byte[] seed(int value) {
        byte[] seed = new byte[32];
        seed[0] = (byte) value;
        return seed;
    }

    /** A record's next step, in the right place. */
    TestLog add(String type, String record, Object event) {
        return add(type, record, Catalogue.nameOf(event), EventJson.mapper().writeValueAsString(event));
    }

    /** The same by somebody who acts for another organisation than the border guard. */
    TestLog addBy(String organisation, String type, String record, Object event) {
        add(type, record, event);
        byte[] last = entries.remove(entries.size() - 1);
        entries.add(new String(last, StandardCharsets.UTF_8)
                .replace("\"organisation\":\"border-guard\",\"role\"", "\"organisation\":\"" + organisation + "\",\"role\"")
                .getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TestLog add(String type, String record, String name, String payload) {
        long[] head = heads.computeIfAbsent(record, r -> new long[] {-1, -1});
        long position = entries.size();
        entries.add(entry(position, position, head[1], type, record, head[0] + 1, name, payload));
        head[0]++;
        head[1] = position;
        return this;
    }

    /** An entry as it stands, right or wrong. */
    TestLog addRaw(byte[] entry) {
        entries.add(entry);
        return this;
    }

    byte[] entry(
            long position, long first, long prev, String type, String record, long sequence, String name, String payload) {
        String text = ("{\"format\":1,\"log\":\"%s\",\"position\":%d,\"recordedAt\":\"%s\","
                        + "\"commit\":{\"first\":%d,\"count\":1},\"prev\":%s,"
                        + "\"stream\":{\"type\":\"%s\",\"id\":\"%s\",\"sequence\":%d},"
                        + "\"event\":{\"id\":\"e-%d\",\"name\":\"%s\",\"revision\":\"1\"},\"payload\":%s,"
                        + "\"metadata\":{\"actor\":\"A-17\",\"organisation\":\"border-guard\",\"role\":\"RECORDER\"}}")
                .formatted(
                        logId, position, time(position), first, prev < 0 ? "null" : prev, type, record, sequence,
                        position, name, payload);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String time(long position) {
        return Instant.parse("2026-01-01T00:00:00.001Z").plusSeconds(position).toString();
    }

    TestLog text(String text) {
        texts.put(TextDigest.of(text).value(), text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TestLog withLogId(String id) {
        logId = id;
        return this;
    }

    /** The root of all heads so far, as an entry of the log. */
    TestLog sealHeads() {
        return sealHeads(recordHeads(), size());
    }

    /** The root of a tree, right or wrong, as that of the first entries. */
    TestLog sealHeads(RecordHeads tree, long size) {
        return add("RecordHeads", "record-heads", SealedHeads.EVENT,
                "{\"records\":%d,\"root\":\"%s\",\"size\":%d}".formatted(tree.size(), tree.root().hex(), size));
    }

    RecordHeads recordHeads() {
        return recordHeads(heads -> {});
    }

    /** The same after somebody changed the heads: sequence and position by record. */
    RecordHeads recordHeads(Consumer<Map<String, long[]>> change) {
        Map<String, long[]> changed = new HashMap<>();
        heads.forEach((record, head) -> changed.put(record, head.clone()));
        change.accept(changed);
        return RecordHeads.of(changed.entrySet().stream()
                .map(h -> RecordHeads.Head.of(h.getKey(), h.getValue()[0], h.getValue()[1]))
                .toList());
    }

    /** Steps of many records that nobody looks at. */
    TestLog fill(int count) {
        for (int i = 0; i < count; i++) {
            add("Filler", "filler-" + i % 97, "filler.added", "{\"n\":%d}".formatted(i));
        }
        return this;
    }

    int size() {
        return entries.size();
    }

    List<byte[]> entries() {
        return entries;
    }

    MemoryTiles tiles() {
        MemoryTiles tiles = new MemoryTiles();
        entries.forEach(e -> tiles.add(Hash.ofLeaf(e)));
        return tiles;
    }

    SignedNote checkpoint() {
        return new Checkpoint(ORIGIN, size(), tiles().root()).sign(KEY);
    }

    /** Writes everything below a folder: keys, checkpoint, tiles, bundles, texts. */
    TestLog writeTo(Path folder) {
        MemoryTiles tiles = tiles();
        for (int level = 0; size() >> (8 * level) > 0; level++) {
            for (long index = 0; index * 256 < size() >> (8 * level); index++) {
                TilePath.Hashes tile = TilePath.Hashes.of(level, index, size());
                write(folder, tile.path(), tiles.read(tile));
            }
        }
        for (long index = 0; index * 256 < size(); index++) {
            TilePath.Entries bundle = TilePath.Entries.of(index, size());
            int from = (int) index * 256;
            write(folder, bundle.path(), EntryBundle.write(entries.subList(from, from + bundle.width())));
        }
        texts.forEach((digest, text) -> write(folder, "texts/" + digest, text));
        write(folder, "vkey", (KEY.verifier().text() + "\n").getBytes(StandardCharsets.UTF_8));
        write(folder, "checkpoint", new Checkpoint(ORIGIN, size(), tiles.root()).sign(KEY).bytes());
        return this;
    }

    static void write(Path folder, String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
