package org.coordinationledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.coordinationledger.ledger.sealing.StoredTiles.FullTile;
import org.junit.jupiter.api.Test;

class RightEdgeTest {

    private static final int LEAVES = 66_200;

    /** The definition of RFC 6962, word for word. */
    private static byte[] root(List<byte[]> leaves) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        if (leaves.isEmpty()) {
            return sha256.digest();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = 1;
        while (left * 2 < leaves.size()) {
            left *= 2;
        }
        byte[] before = root(leaves.subList(0, left));
        byte[] after = root(leaves.subList(left, leaves.size()));
        sha256.update((byte) 1);
        sha256.update(before);
        return sha256.digest(after);
    }

    @Test
    void the_root_is_that_of_rfc_6962_at_every_size_around_the_ends_of_tiles() throws Exception {
        RightEdge edge = RightEdge.empty();
        List<byte[]> leaves = new ArrayList<>();
        List<FullTile> finished = new ArrayList<>();
        assertThat(edge.root()).isEqualTo(root(leaves));
        for (int i = 0; i < LEAVES; i++) {
            String entry = "entry " + i;
            edge.add(entry, finished::add);
            leaves.add(RightEdge.leaf(entry));
            int size = i + 1;
            boolean looked = size < 600 || size % 256 <= 1 && size % 7 == 0 || Math.abs(size - 65_536) < 3 || size == LEAVES;
            if (looked) {
                assertThat(edge.root()).as("of %d leaves", size).isEqualTo(root(leaves));
            }
        }
        assertThat(edge.size()).isEqualTo(LEAVES);
        assertThat(finished.stream().filter(tile -> tile.level() == 0)).hasSize(258);
        assertThat(finished.stream().filter(tile -> tile.level() == 1).map(FullTile::index)).containsExactly(0L);
        FullTile last = finished.get(finished.size() - 1);
        assertThat(last.index()).isEqualTo(257);
        assertThat(last.root()).isEqualTo(root(leaves.subList(257 * 256, 258 * 256)));
        assertThat(last.hashes()).hasSize(256 * 32).startsWith(leaves.get(257 * 256));
    }

    @Test
    void the_leaf_is_that_of_the_vectors() {
        byte[] leaf = RightEdge.leaf("{\"seq\":0}");

        assertThat(leaf).hasSize(32);
        assertThat(HexFormat.of().formatHex(leaf)).isEqualTo(sha256("\0{\"seq\":0}"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void hashes_that_do_not_fit_a_size_are_no_edge() {
        assertThatThrownBy(() -> RightEdge.of(3, List.of(List.of(new byte[32]))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
