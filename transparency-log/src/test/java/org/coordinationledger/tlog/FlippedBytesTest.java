package org.coordinationledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every byte of what was signed or proved, changed once in every bit, is refused. */
class FlippedBytesTest {

    private final TrustPolicy policy = Vectors.logAndWitness();

    @Test
    void in_a_cosigned_checkpoint() {
        everyFlipIsRefused(Vectors.bytes("checkpoint-5.cosigned"), note -> policy.open(note));
    }

    @Test
    void in_a_proof_file() {
        Hash leaf = Hash.ofLeaf(Vectors.entry(2));
        everyFlipIsRefused(
                Vectors.bytes("entry-2.tlog-proof"), file -> LogProof.parse(file).verify(leaf, policy));
    }

    @Test
    void in_a_key() {
        SignedNote note = SignedNote.parse(Vectors.bytes("checkpoint-5"));
        byte[] key = Vectors.text("log_vkey").getBytes(StandardCharsets.UTF_8);
        everyFlipIsRefused(
                key, k -> TrustPolicy.of(VerifierKey.parse(new String(k, StandardCharsets.ISO_8859_1)))
                        .open(note));
    }

    @Test
    void in_a_witness_answer() {
        SignedNote note = SignedNote.parse(Vectors.bytes("checkpoint-5"));
        everyFlipIsRefused(Vectors.bytes("add-checkpoint.response"), answer -> {
            SignedNote cosigned = note;
            for (NoteSignature line : AddCheckpoint.response(new String(answer, StandardCharsets.UTF_8))) {
                cosigned = cosigned.plus(line);
            }
            policy.open(cosigned);
        });
    }

    @Test
    void in_a_witness_request() {
        Checkpoint old = Checkpoint.parse(
                SignedNote.parse(Vectors.bytes("checkpoint-3")).text());
        everyFlipIsRefused(Vectors.bytes("add-checkpoint.request"), body -> {
            AddCheckpoint.Request request = AddCheckpoint.Request.parse(new String(body, StandardCharsets.UTF_8));
            Checkpoint to = Vectors.logAlone().open(request.checkpoint()).checkpoint();
            if (request.oldSize() != old.size()
                    || !Proofs.consistent(old.size(), old.root(), to.size(), to.root(), request.proof())) {
                throw new RefusedException(RefusedException.Reason.PROOF, "not consistent");
            }
        });
    }

    @Test
    void in_a_tile_or_a_bundle() {
        Hash root = Hash.fromHex(Vectors.ALL.get("roots").get("5").asString());
        everyFlipIsRefused(Vectors.bytes("tile-0-000.p-5"), tile -> requireRoot(root, tile));
        everyFlipIsRefused(Vectors.bytes("tile-entries-000.p-5"), bundle -> {
            MemoryTiles tree = new MemoryTiles();
            EntryBundle.read(bundle, 5).forEach(entry -> tree.add(Hash.ofLeaf(entry)));
            requireRoot(root, tree.read(new TilePath.Hashes(0, 0, 5)));
        });
    }

    @Test
    void and_everything_that_is_cut_off_is_refused_too() {
        byte[] file = Vectors.bytes("entry-2.tlog-proof");
        byte[] note = Vectors.bytes("checkpoint-5.cosigned");
        byte[] bundle = Vectors.bytes("tile-entries-000.p-5");
        Hash leaf = Hash.ofLeaf(Vectors.entry(2));
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> LogProof.parse(cut).verify(leaf, policy)).isInstanceOf(RefusedException.class);
        }
        for (int length = 0; length < note.length; length++) {
            byte[] cut = Arrays.copyOf(note, length);
            assertThatThrownBy(() -> policy.open(cut)).isInstanceOf(RefusedException.class);
        }
        for (int length = 0; length < bundle.length; length++) {
            byte[] cut = Arrays.copyOf(bundle, length);
            assertThatThrownBy(() -> EntryBundle.read(cut, 5)).isInstanceOf(RefusedException.class);
        }
    }

    private static void requireRoot(Hash root, byte[] tile) {
        if (!new TiledTree(t -> Arrays.copyOf(tile, t.bytes()), 5).root().equals(root)) {
            throw new RefusedException(RefusedException.Reason.TILE, "another root");
        }
    }

    private static void everyFlipIsRefused(byte[] whole, Consumer<byte[]> check) {
        check.accept(whole.clone());
        List<Integer> flips = List.of(1, 2, 4, 8, 16, 32, 64, 128, 255);
        for (int i = 0; i < whole.length; i++) {
            for (int flip : flips) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) flip;
                assertThat(changed).isNotEqualTo(whole);
                assertThatThrownBy(() -> check.accept(changed))
                        .as("byte %d changed by %d", i, flip)
                        .isInstanceOf(RefusedException.class);
            }
        }
    }
}
