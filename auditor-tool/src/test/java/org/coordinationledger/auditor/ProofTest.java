package org.coordinationledger.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.TiledTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {

    private static final Object KEY = TestLog.KEY.verifier().text();

    @TempDir
    private Path folder;

    private final TestLog log = new TestLog().fill(700);
    private Path mirror;
    private Path file;

    @BeforeEach
    void write_the_log() {
        mirror = folder.resolve("mirror");
        file = folder.resolve("entry.tlog-proof");
        log.writeTo(mirror);
    }

    @Test
    void an_entry_s_proof_is_checked_offline() throws IOException {
        for (int position : new int[] {0, 255, 256, 511, 512, 699}) {
            assertThat(Run.of("prove", mirror, position, "-o", file).code()).isEqualTo(Auditor.HOLDS);

            Run run = Run.of("check", file, "--key", KEY);

            assertThat(run.code()).as(run.err()).isEqualTo(Auditor.HOLDS);
            assertThat(run.out())
                    .contains("The entry at position %d is in the log of 700 entries".formatted(position))
                    .contains("\"position\":%d,".formatted(position));
        }
    }

    @Test
    void a_key_must_be_named_and_must_be_the_log_s() {
        Run.of("prove", mirror, 3, "-o", file);

        assertThat(Run.of("check", file).code()).isEqualTo(Auditor.USAGE);
        assertThat(Run.of("check", file, "--key", TestLog.OTHER_KEY.verifier().text()).code())
                .isEqualTo(Auditor.WRONG);
    }

    @Test
    void every_byte_of_a_proof_counts_and_so_does_its_end() throws IOException {
        Run.of("prove", mirror, 300, "-o", file);
        byte[] proof = Files.readAllBytes(file);
        for (int i = 0; i < proof.length; i++) {
            byte[] changed = proof.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(Run.of("check", file, "--key", KEY).code()).as("byte %d", i).isNotZero();
        }
        for (int length = 0; length < proof.length; length += 7) {
            Files.write(file, Arrays.copyOf(proof, length));
            assertThat(Run.of("check", file, "--key", KEY).code()).as("length %d", length).isNotZero();
        }
    }

    @Test
    void a_proof_for_another_log_or_another_position_is_refused() throws IOException {
        TiledTree tree = new TiledTree(log.tiles(), 700);
        byte[] entry = log.entries().get(9);
        LogProof otherLog = new LogProof(
                Optional.of(entry),
                9,
                tree.inclusionProof(9),
                new Checkpoint("other.example", 700, tree.root()).sign(TestLog.KEY));
        Files.write(file, otherLog.bytes());
        assertThat(Run.of("check", file, "--key", KEY).err()).contains("the checkpoint is of another log");

        LogProof otherPlace = new LogProof(Optional.of(entry), 10, tree.inclusionProof(10), log.checkpoint());
        Files.write(file, otherPlace.bytes());
        assertThat(Run.of("check", file, "--key", KEY).err())
                .contains("the proof does not lead from the entry to the signed root");
    }

    @Test
    void an_entry_may_come_in_a_file_of_its_own() throws IOException {
        LogProof bare = new LogProof(
                Optional.empty(), 9, new TiledTree(log.tiles(), 700).inclusionProof(9), log.checkpoint());
        Path entry = folder.resolve("entry.json");
        Files.write(file, bare.bytes());
        Files.write(entry, log.entries().get(9));

        assertThat(Run.of("check", file, "--key", KEY).code()).isEqualTo(Auditor.USAGE);
        assertThat(Run.of("check", file, "--key", KEY, "--entry", entry).code()).isEqualTo(Auditor.HOLDS);
        Files.write(entry, log.entries().get(8));
        assertThat(Run.of("check", file, "--key", KEY, "--entry", entry).code()).isEqualTo(Auditor.WRONG);
    }

    @Test
    void there_is_no_proof_of_a_position_that_is_not_there() {
        assertThat(Run.of("prove", mirror, 700, "-o", file).code()).isEqualTo(Auditor.NOT_FOUND);
    }
}
