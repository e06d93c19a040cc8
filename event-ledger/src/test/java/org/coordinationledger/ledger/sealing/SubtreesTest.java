package org.coordinationledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Roots, paths, checkpoints and keys against vectors that were made elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubtreesTest {

    private static final int ENTRIES = 70_000;

    private final Map<String, byte[]> tiles = new HashMap<>();
    private final RightEdge edge = RightEdge.empty();
    private JsonNode vectors;

    @BeforeAll
    void build() throws IOException {
        try (InputStream file = SubtreesTest.class.getResourceAsStream("/tlog/vectors.json")) {
            vectors = JsonMapper.shared().readTree(file);
        }
        List<byte[]> roots = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            edge.add("{\"seq\":" + i + "}", tile -> {
                tiles.put(tile.level() + "/" + tile.index(), tile.hashes());
                if (tile.level() == 0) {
                    roots.add(tile.root());
                } else {
                    add("2/0", tile.root());
                }
            });
        }
        for (int i = ENTRIES - ENTRIES % 256; i < ENTRIES; i++) {
            add("0/" + i / 256, RightEdge.leaf("{\"seq\":" + i + "}"));
        }
        for (int i = 256; i < ENTRIES / 256; i++) {
            add("1/1", roots.get(i));
        }
    }

    private void add(String tile, byte[] hash) {
        byte[] before = tiles.getOrDefault(tile, new byte[0]);
        byte[] after = Arrays.copyOf(before, before.length + 32);
        System.arraycopy(hash, 0, after, before.length, 32);
        tiles.put(tile, after);
    }

    private byte[] hashes(int level, long index, int width) {
        return Arrays.copyOf(tiles.get(level + "/" + index), 32 * width);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }

    @Test
    void roots_are_those_of_the_vectors() {
        vectors.required("roots").properties().stream()
                .filter(root -> Integer.parseInt(root.getKey()) > 0)
                .forEach(root -> assertThat(HexFormat.of().formatHex(
                                new Subtrees(this::hashes, Long.parseLong(root.getKey())).root()))
                        .as("of %s entries", root.getKey())
                        .isEqualTo(root.getValue().stringValue()));
        assertThat(HexFormat.of().formatHex(edge.root())).isEqualTo(vectors.at("/roots/70000").stringValue());
    }

    @Test
    void proofs_are_those_of_the_vectors() {
        int seen = 0;
        for (Map.Entry<String, JsonNode> vector : vectors.properties()) {
            String[] words = vector.getKey().split("_");
            if (words[0].equals("inclusion") || words[0].equals("consistency")) {
                long small = Long.parseLong(words[1]);
                Subtrees tree = new Subtrees(this::hashes, Long.parseLong(words[3]));
                List<byte[]> proof = words[0].equals("inclusion") ? tree.inclusion(small) : tree.consistency(small);
                assertThat(hex(proof)).as(vector.getKey())
                        .isEqualTo(vector.getValue().valueStream().map(JsonNode::stringValue).toList());
                seen++;
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(4);
    }

    @Test
    void keys_and_checkpoints_are_those_of_the_vectors() {
        LogKeys keys = LogKeys.of(vectors.at("/origin").stringValue(),
                List.of(HexFormat.of().parseHex(vectors.at("/log_seed_hex").stringValue())));

        assertThat(keys.verifierKeys()).containsExactly(vectors.at("/log_vkey").stringValue());
        for (int size : new int[] {3, 5, ENTRIES}) {
            String note = keys.sign(size, new Subtrees(this::hashes, size).root());
            assertThat(note).isEqualTo(vectors.at("/checkpoint_" + size).stringValue());
            assertThat(keys.open(note, "test").size()).isEqualTo(size);
        }
        assertThat(keys.open(vectors.at("/checkpoint_5_cosigned").stringValue(), "test").size()).isEqualTo(5);
    }
}
