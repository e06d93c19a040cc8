package org.coordinationledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees made from seeds are held against the recursive definitions of RFC 6962. */
class TreePropertiesTest {

    private static final int MOST = 1_100;

    private final List<byte[]> entries = new ArrayList<>();
    private final MemoryTiles tiles = new MemoryTiles();

    private void grow(Random random, int size) {
        while (entries.size() < size) {
            byte[] entry = new byte[random.nextInt(20)];
            random.nextBytes(entry);
            entries.add(entry);
            tiles.add(Hash.ofLeaf(entry));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void roots_and_proofs_are_those_of_the_definition(long seed) {
        Random random = new Random(seed);
        grow(random, MOST);
        for (int round = 0; round < 60; round++) {
            int size = 1 + random.nextInt(round < 20 ? 20 : MOST);
            List<byte[]> some = entries.subList(0, size);
            TiledTree tree = new TiledTree(tiles, size);
            Hash root = NaiveTree.root(some);
            int index = random.nextInt(size);
            int old = random.nextInt(size + 1);
            List<Hash> inclusion = tree.inclusionProof(index);
            List<Hash> consistency = tree.consistencyProof(old);
            Hash leaf = Hash.ofLeaf(entries.get(index));
            Hash oldRoot = NaiveTree.root(entries.subList(0, old));

            assertThat(tree.root()).isEqualTo(root);
            assertThat(tree.leaf(index)).isEqualTo(leaf);
            assertThat(inclusion).isEqualTo(NaiveTree.path(index, some));
            assertThat(consistency).isEqualTo(old == 0 ? List.of() : NaiveTree.proof(old, some));
            assertThat(Proofs.includes(index, size, leaf, inclusion, root)).isTrue();
            assertThat(Proofs.consistent(old, oldRoot, size, root, consistency)).isTrue();

            spoilInclusion(random, index, size, leaf, inclusion, root);
            spoilConsistency(random, old, oldRoot, size, root, consistency);
        }
    }

    private static void spoilInclusion(Random random, int index, int size, Hash leaf, List<Hash> proof, Hash root) {
        Hash other = Hash.sha256(new byte[] {7});
        assertThat(Proofs.includes(index, size, other, proof, root)).isFalse();
        assertThat(Proofs.includes(index, size, leaf, proof, other)).isFalse();
        assertThat(Proofs.includes(size, size, leaf, proof, root)).isFalse();
        assertThat(Proofs.includes(-1, size, leaf, proof, root)).isFalse();
        assertThat(Proofs.includes(index, size, leaf, longer(proof, other), root)).isFalse();
        if (!proof.isEmpty()) {
            assertThat(Proofs.includes(index, size, leaf, proof.subList(0, proof.size() - 1), root)).isFalse();
            assertThat(Proofs.includes(index, size, leaf, with(random, proof, other), root)).isFalse();
            assertThat(Proofs.includes(index ^ 1, size, leaf, proof, root)).isFalse();
        }
    }

    private static void spoilConsistency(
            Random random, int old, Hash oldRoot, int size, Hash root, List<Hash> proof) {
        Hash other = Hash.sha256(new byte[] {7});
        assertThat(Proofs.consistent(old, other, size, root, proof)).isFalse();
        assertThat(Proofs.consistent(size + 1, oldRoot, size, root, proof)).isFalse();
        assertThat(Proofs.consistent(-1, oldRoot, size, root, proof)).isFalse();
        assertThat(Proofs.consistent(old, oldRoot, size, root, longer(proof, other))).isFalse();
        if (!proof.isEmpty()) {
            assertThat(Proofs.consistent(old, oldRoot, size, other, proof)).isFalse();
            assertThat(Proofs.consistent(old, oldRoot, size, root, proof.subList(0, proof.size() - 1))).isFalse();
            assertThat(Proofs.consistent(old, oldRoot, size, root, with(random, proof, other))).isFalse();
        }
    }

    private static List<Hash> longer(List<Hash> proof, Hash other) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(other);
        return longer;
    }

    private static List<Hash> with(Random random, List<Hash> proof, Hash other) {
        List<Hash> changed = new ArrayList<>(proof);
        changed.set(random.nextInt(proof.size()), other);
        return changed;
    }

    @Test
    void a_tree_goes_on_from_any_size_as_if_it_had_never_stopped() {
        Random random = new Random(11);
        grow(random, 700);
        for (int size : new int[] {0, 1, 5, 255, 256, 257, 511, 512, 699, 700}) {
            TreeBuilder resumed = TreeBuilder.resume(size, tiles);
            assertThat(resumed.root()).isEqualTo(new TiledTree(tiles, size).root());
            for (int i = size; i < 700; i++) {
                resumed.add(Hash.ofLeaf(entries.get(i)), (tile, bytes) -> assertThat(bytes)
                        .isEqualTo(tiles.read(tile)));
            }
            assertThat(resumed.root()).isEqualTo(tiles.root());
            assertThat(resumed.edge()).allSatisfy(e -> assertThat(e.bytes()).isEqualTo(tiles.read(e.tile())));
        }
    }

    @Test
    void only_tiles_that_a_tree_of_its_size_has_are_asked_for() {
        grow(new Random(12), 700);
        Set<String> asked = new HashSet<>();
        TiledTree tree = new TiledTree(
                tile -> {
                    asked.add(tile.path());
                    return tiles.read(tile);
                },
                600);
        tree.root();
        for (int i = 0; i < 600; i++) {
            tree.inclusionProof(i);
            tree.consistencyProof(i);
        }

        assertThat(asked)
                .containsExactlyInAnyOrder("tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2");
    }

    @Test
    void a_tile_of_another_length_is_refused() {
        TiledTree tree = new TiledTree(tile -> new byte[tile.bytes() - 1], 600);

        assertThatThrownBy(tree::root)
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason())
                        .isEqualTo(RefusedException.Reason.TILE));
    }
}
