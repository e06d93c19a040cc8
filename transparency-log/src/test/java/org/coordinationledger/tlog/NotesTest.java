package org.coordinationledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.tlog.RefusedException.Reason;
import org.junit.jupiter.api.Test;

class NotesTest {

    private static final Hash ROOT = Hash.sha256(new byte[] {1});

    private final SignerKey log = SignerKey.generate("log.example/1", KeyKind.NOTE, new SecureRandom());
    private final SignerKey next = SignerKey.generate("log.example/1", KeyKind.NOTE, new SecureRandom());
    private final SignerKey witness =
            SignerKey.generate("witness.example/1", KeyKind.COSIGNATURE, new SecureRandom());
    private final Checkpoint checkpoint = new Checkpoint("log.example/1", 7, ROOT);

    @Test
    void the_example_of_the_specification_is_verified() {
        VerifierKey key =
                VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        SignedNote note = SignedNote.parse("This is an example message.\n\n\u2014 example.com/foo "
                + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");

        assertThat(note.verifiedBy(List.of(key))).containsExactly(key);
    }

    @Test
    void while_a_key_is_replaced_both_sign_and_either_is_enough() {
        SignedNote note = checkpoint.sign(log, next);

        assertThat(TrustPolicy.of(log.verifier()).open(note).signers()).containsExactly(log.verifier());
        assertThat(TrustPolicy.of(next.verifier()).open(note).signers()).containsExactly(next.verifier());
        assertThat(new TrustPolicy(List.of(log.verifier(), next.verifier()), List.of(), 0)
                        .open(note)
                        .signers())
                .containsExactly(log.verifier(), next.verifier());
    }

    @Test
    void a_checkpoint_that_another_key_signed_is_refused() {
        refused(Reason.NO_KNOWN_SIGNATURE, () -> TrustPolicy.of(log.verifier()).open(checkpoint.sign(next)));
    }

    @Test
    void a_checkpoint_of_another_log_is_refused_even_with_the_key_of_this_one() {
        Checkpoint other = new Checkpoint("log.example/2", 7, ROOT);

        refused(Reason.OTHER_LOG, () -> TrustPolicy.of(log.verifier()).open(other.sign(log)));
    }

    @Test
    void a_line_that_names_a_known_key_falsely_spoils_the_note() {
        NoteSignature real = log.sign("another text\n");
        SignedNote note = checkpoint.sign(next).plus(real);

        refused(Reason.SIGNATURE, () -> new TrustPolicy(List.of(log.verifier(), next.verifier()), List.of(), 0)
                .open(note));
    }

    @Test
    void as_many_witnesses_are_asked_for_as_the_policy_says() {
        SignedNote note = checkpoint.sign(log);
        NoteSignature line = witness.cosign(checkpoint.text(), Instant.ofEpochSecond(1_700_000_000));
        TrustPolicy policy = new TrustPolicy(List.of(log.verifier()), List.of(witness.verifier()), 1);

        refused(Reason.TOO_FEW_COSIGNATURES, () -> policy.open(note));
        assertThat(policy.open(note.plus(line)).cosignatures())
                .containsExactly(new Cosignature(witness.verifier(), Instant.ofEpochSecond(1_700_000_000)));
    }

    @Test
    void a_witness_key_never_stands_for_the_log() {
        refused(Reason.KEY, () -> TrustPolicy.of(witness.verifier()));
        refused(Reason.KEY, () -> new TrustPolicy(List.of(log.verifier()), List.of(next.verifier()), 1));
    }

    @Test
    void malformed_notes_are_refused() {
        String line = checkpoint.sign(log).signatures().get(0).line();
        for (String note : List.of(
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n" + line,
                "text\n" + line + "\n",
                "text\n\n" + line + "\n\n",
                "text\n\n" + line.replace('\u2014', '-') + "\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 na+me AAAAAAA=\n",
                "text\n\n\u2014 name AAAA\n",
                "te\txt\n\n" + line + "\n",
                "text\n\n" + (line + "\n").repeat(65))) {
            refused(Reason.NOTE, () -> SignedNote.parse(note));
        }
    }

    @Test
    void malformed_checkpoints_are_refused() {
        String root = ROOT.base64();
        for (String text : List.of(
                "log\n7\n",
                "log\n07\n" + root + "\n",
                "log\n-7\n" + root + "\n",
                "log\n9223372036854775808\n" + root + "\n",
                "log\n7\n" + root,
                "log\n7\nAAAA\n",
                "\n7\n" + root + "\n",
                "log\n0\n" + root + "\n",
                "log\n7\n" + root + "\n\n",
                "log\n7\n" + root.replace('=', 'A') + "\n")) {
            refused(Reason.CHECKPOINT, () -> Checkpoint.parse(text));
        }
        assertThat(Checkpoint.parse("log\n7\n" + root + "\nmore\n").extensions()).containsExactly("more");
    }

    @Test
    void malformed_keys_are_refused_and_a_private_one_is_never_repeated() {
        String secret = log.secretText();
        for (String text : List.of("", "a+b", "name+00000000+AQ==", log.verifier().text() + "A", "na me+00+AA==")) {
            refused(Reason.KEY, () -> VerifierKey.parse(text));
        }
        assertThatThrownBy(() -> SignerKey.parse(secret.replace("+" + log.verifier().idHex() + "+", "+00000000+")))
                .isInstanceOf(RefusedException.class)
                .hasMessageNotContaining(secret.substring(secret.length() - 20));
        assertThat(log.toString()).doesNotContain(secret.substring(secret.length() - 20));
    }

    @Test
    void malformed_messages_to_and_from_witnesses_are_refused() {
        refused(Reason.WITNESS_MESSAGE, () -> AddCheckpoint.Request.parse("old 3\n"));
        refused(Reason.WITNESS_MESSAGE, () -> AddCheckpoint.Request.parse("new 3\n\n" + checkpoint.sign(log).note()));
        refused(
                Reason.WITNESS_MESSAGE,
                () -> AddCheckpoint.Request.parse(
                        "old 3\n" + (ROOT.base64() + "\n").repeat(64) + "\n" + checkpoint.sign(log).note()));
        assertThat(AddCheckpoint.sizeInConflict(AddCheckpoint.conflict(12))).isEqualTo(12);
        refused(Reason.WITNESS_MESSAGE, () -> AddCheckpoint.sizeInConflict("12"));
        refused(Reason.WITNESS_MESSAGE, () -> AddCheckpoint.sizeInConflict("many\n"));
    }

    private static void refused(Reason reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
