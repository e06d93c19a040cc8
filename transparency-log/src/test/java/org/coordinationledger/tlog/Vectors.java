package org.coordinationledger.tlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The test vectors, which another program made. */
final class Vectors {

    static final JsonNode ALL = JsonMapper.shared().readTree(bytes("vectors.json"));

    private Vectors() {}

    static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/tlog/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String file(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static String text(String name) {
        return ALL.get(name).asString();
    }

    static byte[] hex(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    static List<Hash> hashes(String name) {
        List<Hash> hashes = new ArrayList<>();
        ALL.get(name).forEach(h -> hashes.add(Hash.fromHex(h.asString())));
        return hashes;
    }

    static byte[] entry(long i) {
        return "{\"seq\":%d}".formatted(i).getBytes(StandardCharsets.UTF_8);
    }

    static SignerKey logSigner() {
        return SignerKey.ofSeed(text("origin"), KeyKind.NOTE, hex("log_seed_hex"));
    }

    static SignerKey witnessSigner() {
        return SignerKey.ofSeed(text("witness_name"), KeyKind.COSIGNATURE, hex("witness_seed_hex"));
    }

    static TrustPolicy logAlone() {
        return TrustPolicy.of(VerifierKey.parse(text("log_vkey")));
    }

    static TrustPolicy logAndWitness() {
        return new TrustPolicy(
                List.of(VerifierKey.parse(text("log_vkey"))),
                List.of(VerifierKey.parse(text("witness_vkey"))),
                1);
    }

    /** A tree of the vectors' first entries. */
    static MemoryTiles tree(long size) {
        MemoryTiles tiles = new MemoryTiles();
        for (long i = 0; i < size; i++) {
            tiles.add(Hash.ofLeaf(entry(i)));
        }
        return tiles;
    }
}
