package org.coordinationledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void leaf_hashes() {
        Vectors.ALL.get("leaf_hashes").properties().forEach(leaf -> {
            byte[] entry = leaf.getKey().equals("empty-entry")
                    ? new byte[0]
                    : Vectors.entry(Long.parseLong(leaf.getKey()));
            assertThat(Hash.ofLeaf(entry).hex()).isEqualTo(leaf.getValue().asString());
        });
    }

    @Test
    void roots_of_a_growing_tree_and_of_one_read_from_its_tiles() {
        Map<Long, String> roots = new TreeMap<>();
        Vectors.ALL.get("roots").properties().forEach(r ->
                roots.put(Long.parseLong(r.getKey()), r.getValue().asString()));
        MemoryTiles tiles = new MemoryTiles();
        roots.forEach((size, root) -> {
            while (tiles.size() < size) {
                tiles.add(Hash.ofLeaf(Vectors.entry(tiles.size())));
            }
            assertThat(tiles.root().hex()).isEqualTo(root);
        });
        TiledTree tree = new TiledTree(tiles, tiles.size());
        roots.forEach((size, root) -> assertThat(tree.rootAt(size).hex()).isEqualTo(root));
        assertThat(roots).hasSizeGreaterThan(10);
    }

    @Test
    void tiles_at_70000() {
        MemoryTiles tiles = Vectors.tree(70_000);

        Vectors.ALL.get("tile_sums_at_70000").properties().forEach(sum -> {
            byte[] tile = tiles.read((TilePath.Hashes) TilePath.parse(sum.getKey()));
            assertThat("%d bytes, sha256 %s".formatted(tile.length, Hash.sha256(tile).hex()))
                    .isEqualTo(sum.getValue().asString());
        });
    }

    @Test
    void consistency_and_inclusion_proofs() {
        MemoryTiles tiles = Vectors.tree(70_000);
        TiledTree large = new TiledTree(tiles, 70_000);
        TiledTree small = new TiledTree(Vectors.tree(5), 5);

        assertThat(large.consistencyProof(256)).isEqualTo(Vectors.hashes("consistency_256_to_70000"));
        assertThat(large.consistencyProof(65_537)).isEqualTo(Vectors.hashes("consistency_65537_to_70000"));
        assertThat(small.consistencyProof(3)).isEqualTo(Vectors.hashes("consistency_3_to_5"));
        assertThat(small.inclusionProof(2)).isEqualTo(Vectors.hashes("inclusion_2_in_5"));
        assertThat(Proofs.consistent(
                        256, large.rootAt(256), 70_000, large.root(), Vectors.hashes("consistency_256_to_70000")))
                .isTrue();
        assertThat(Proofs.includes(
                        2, 5, Hash.ofLeaf(Vectors.entry(2)), Vectors.hashes("inclusion_2_in_5"), small.root()))
                .isTrue();
    }

    @Test
    void paths() {
        Vectors.ALL.get("paths").properties().forEach(vector -> {
            List<String> words = List.of(vector.getKey().split("[(,)]"));
            TilePath tile = words.get(0).equals("entries")
                    ? new TilePath.Entries(Long.parseLong(words.get(1)), 7)
                    : new TilePath.Hashes(Integer.parseInt(words.get(1)), Long.parseLong(words.get(2)));
            assertThat(tile.path()).isEqualTo(vector.getValue().asString());
            assertThat(TilePath.parse(tile.path())).isEqualTo(tile);
        });
    }

    @Test
    void the_first_tile_and_bundle() {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            entries.add(Vectors.entry(i));
        }

        assertThat(Vectors.tree(5).read(new TilePath.Hashes(0, 0, 5)))
                .isEqualTo(Vectors.bytes("tile-0-000.p-5"))
                .isEqualTo(Vectors.hex("tile_0_5_hex"));
        assertThat(EntryBundle.write(entries))
                .isEqualTo(Vectors.bytes("tile-entries-000.p-5"))
                .isEqualTo(Vectors.hex("bundle_5_hex"));
        assertThat(EntryBundle.read(Vectors.bytes("tile-entries-000.p-5"), 5)).containsExactlyElementsOf(entries);
    }

    @Test
    void keys_and_their_ids() {
        SignerKey log = Vectors.logSigner();

        assertThat(log.verifier().text())
                .isEqualTo(Vectors.text("log_vkey"))
                .isEqualTo(Vectors.file("log.vkey").strip());
        assertThat(log.verifier().idHex()).isEqualTo(Vectors.text("log_key_id_hex"));
        assertThat(HexFormat.of().formatHex(log.verifier().publicKey())).isEqualTo(Vectors.text("log_pub_hex"));
        assertThat(SignerKey.parse(log.secretText()).verifier()).isEqualTo(log.verifier());
        SignerKey witness = Vectors.witnessSigner();
        assertThat(witness.verifier().text()).isEqualTo(Vectors.text("witness_vkey"));
        assertThat(witness.verifier().idHex()).isEqualTo(Vectors.text("witness_key_id_hex"));
        assertThat(HexFormat.of().formatHex(witness.verifier().publicKey()))
                .isEqualTo(Vectors.text("witness_pub_hex"));
    }

    @Test
    void checkpoints() {
        MemoryTiles tiles = new MemoryTiles();
        for (long size : new long[] {3, 5, 70_000}) {
            while (tiles.size() < size) {
                tiles.add(Hash.ofLeaf(Vectors.entry(tiles.size())));
            }
            Checkpoint checkpoint = new Checkpoint(Vectors.text("origin"), size, tiles.root());
            String signed = Vectors.file("checkpoint-" + size);

            assertThat(checkpoint.sign(Vectors.logSigner()).note())
                    .isEqualTo(signed)
                    .isEqualTo(Vectors.text("checkpoint_" + size));
            assertThat(Vectors.logAlone().open(SignedNote.parse(signed)).checkpoint()).isEqualTo(checkpoint);
        }
    }

    @Test
    void cosignatures() {
        SignedNote signed = SignedNote.parse(Vectors.bytes("checkpoint-5"));
        Instant time = Instant.ofEpochSecond(Vectors.ALL.get("cosignature_time").asLong());

        NoteSignature line = Vectors.witnessSigner().cosign(signed.text(), time);

        assertThat(line.line() + "\n").isEqualTo(Vectors.text("cosignature_line"));
        assertThat(signed.plus(line).note())
                .isEqualTo(Vectors.file("checkpoint-5.cosigned"))
                .isEqualTo(Vectors.text("checkpoint_5_cosigned"));
        assertThat(new String(Cosignature.message(time.getEpochSecond(), signed.text()), StandardCharsets.UTF_8))
                .isEqualTo(Vectors.text("cosignature_message"));
        assertThat(Vectors.logAndWitness().open(signed.plus(line)).cosignatures())
                .containsExactly(new Cosignature(VerifierKey.parse(Vectors.text("witness_vkey")), time));
    }

    @Test
    void a_request_to_a_witness_and_its_answer() {
        AddCheckpoint.Request request = new AddCheckpoint.Request(
                3, Vectors.hashes("consistency_3_to_5"), SignedNote.parse(Vectors.bytes("checkpoint-5")));

        assertThat(request.body())
                .isEqualTo(Vectors.file("add-checkpoint.request"))
                .isEqualTo(Vectors.text("add_checkpoint_request"));
        assertThat(AddCheckpoint.Request.parse(request.body())).isEqualTo(request);
        assertThat(AddCheckpoint.response(Vectors.file("add-checkpoint.response")))
                .containsExactly(SignedNote.parse(Vectors.bytes("checkpoint-5.cosigned"))
                        .signatures()
                        .get(1));
    }

    @Test
    void a_proof_file() {
        LogProof proof = new LogProof(
                Optional.empty(),
                2,
                new TiledTree(Vectors.tree(5), 5).inclusionProof(2),
                SignedNote.parse(Vectors.bytes("checkpoint-5.cosigned")));

        assertThat(proof.text())
                .isEqualTo(Vectors.file("entry-2.tlog-proof"))
                .isEqualTo(Vectors.text("tlog_proof"));
        LogProof read = LogProof.parse(Vectors.bytes("entry-2.tlog-proof"));
        assertThat(read).isEqualTo(proof);
        assertThat(read.verify(Hash.ofLeaf(Vectors.entry(2)), Vectors.logAndWitness())
                        .checkpoint()
                        .size())
                .isEqualTo(5);
    }
}
