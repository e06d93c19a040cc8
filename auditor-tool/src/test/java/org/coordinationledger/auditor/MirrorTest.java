package org.coordinationledger.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.coordinationledger.tlog.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {

    @TempDir
    private Path folders;

    private Path served;
    private Path mirror;

    @BeforeEach
    void name_the_folders() {
        served = folders.resolve("served");
        mirror = folders.resolve("mirror");
    }

    private static TestLog grown(int more) {
        TestLog log = new TestLog().fill(300);
        Agreements.live(log, "agreement-1", 60);
        return log.sealHeads().fill(more);
    }

    @Test
    void a_mirror_holds_the_log_and_its_texts_and_grows_with_it() throws IOException {
        grown(45).writeTo(served);
        try (FileServer server = new FileServer(served)) {
            Run first = Run.of("mirror", server.address(), mirror);
            Run again = Run.of("mirror", server.address() + "/log/", mirror);
            assertThat(first.code()).as(first.err()).isEqualTo(Auditor.HOLDS);
            assertThat(first.out()).contains("Copied up to 651 entries (651 of them new)", "2 texts copied");
            assertThat(first.out()).contains("No key was given, so the one that the server names is used");
            assertThat(again.out()).contains("(0 of them new)").doesNotContain("No key was given");
            server.asked();

            grown(900).writeTo(served);
            Run grown = Run.of("mirror", server.address(), mirror);

            assertThat(grown.out()).contains("Copied up to 1,506 entries (855 of them new)");
            assertThat(server.asked())
                    .contains("tile/entries/002", "tile/entries/005.p/226")
                    .doesNotContain("tile/entries/000", "tile/entries/001");
            assertThat(Run.of("verify", mirror).out()).contains("Everything holds.", "2 texts agree");
            assertThat(mirror.resolve("tile/entries/002.p/139")).doesNotExist();
            assertThat(mirror.resolve("checkpoints/651")).exists();
        }
    }

    @Test
    void an_interrupted_run_goes_on_with_what_is_there() throws IOException {
        grown(45).writeTo(served);
        try (FileServer server = new FileServer(served)) {
            server.failAfter(14);
            Run interrupted = Run.of("mirror", server.address(), mirror);
            long kept = files(mirror);
            server.failAfter(Integer.MAX_VALUE);
            Run whole = Run.of("mirror", server.address(), mirror);

            assertThat(interrupted.code()).isEqualTo(Auditor.UNREACHABLE);
            assertThat(kept).isPositive();
            assertThat(mirror.resolve("checkpoint")).exists();
            assertThat(whole.code()).isEqualTo(Auditor.HOLDS);
            assertThat(Run.of("verify", mirror).code()).isEqualTo(Auditor.HOLDS);
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void damage_to_a_mirror_is_mended_from_the_server() throws IOException {
        TestLog log = grown(45).writeTo(served);
        try (FileServer server = new FileServer(served)) {
            Run.of("mirror", server.address(), mirror);
            byte[] bundle = Files.readAllBytes(mirror.resolve("tile/entries/000"));
            bundle[500] ^= 1;
            Files.write(mirror.resolve("tile/entries/000"), bundle);
            Files.delete(mirror.resolve("tile/entries/001"));
            assertThat(Run.of("verify", mirror).code()).isEqualTo(Auditor.WRONG);

            assertThat(Run.of("mirror", server.address(), mirror, "--whole").code()).isEqualTo(Auditor.HOLDS);

            assertThat(Run.of("verify", mirror).out()).contains(log.size() + " entries");
        }
    }

    @Test
    void a_log_that_was_rolled_back_is_refused_and_the_mirror_stays() throws IOException {
        grown(45).writeTo(served);
        try (FileServer server = new FileServer(served)) {
            Run.of("mirror", server.address(), mirror);
            grown(20).writeTo(served);

            Run run = Run.of("mirror", server.address(), mirror);

            assertThat(run.code()).isEqualTo(Auditor.WRONG);
            assertThat(run.err()).contains("the ledger has 626 entries now and signed 651 before: it was rolled back");
            assertThat(Run.of("verify", mirror).out()).contains("651 entries");
        }
    }

    @Test
    void a_history_that_was_rewritten_and_signed_again_is_refused() throws IOException {
        grown(45).writeTo(served);
        Path kept = folders.resolve("kept-checkpoint");
        Files.copy(served.resolve("checkpoint"), kept);
        try (FileServer server = new FileServer(served)) {
            Run.of("mirror", server.address(), mirror);
            for (int more : new int[] {45, 900}) {
                TestLog rewritten = new TestLog().fill(301);
                Agreements.live(rewritten, "agreement-2", 60);
                rewritten.fill(more).writeTo(served);

                Run run = Run.of("mirror", server.address(), mirror);
                Run since = Run.of("since", kept, server.address());

                assertThat(run.code()).isEqualTo(Auditor.WRONG);
                assertThat(run.err()).contains("history was rewritten");
                assertThat(since.code()).isEqualTo(Auditor.WRONG);
                assertThat(since.err()).contains("history was rewritten");
                assertThat(Run.of("verify", served).code()).isEqualTo(Auditor.HOLDS);
            }
            assertThat(Run.of("verify", mirror).out()).contains("651 entries");
        }
    }

    @Test
    void what_the_server_changed_is_refused_before_it_is_kept() throws IOException {
        TestLog log = grown(45).writeTo(served);
        byte[] bundle = Files.readAllBytes(served.resolve("tile/entries/001"));
        bundle[bundle.length - 5] ^= 1;
        Files.write(served.resolve("tile/entries/001"), bundle);
        try (FileServer server = new FileServer(served)) {
            Run run = Run.of("mirror", server.address(), mirror);

            assertThat(run.code()).isEqualTo(Auditor.WRONG);
            assertThat(run.err()).contains("at position 511: the entry is not the one that was signed");
            assertThat(mirror.resolve("tile/entries/001")).doesNotExist();
            assertThat(mirror.resolve("checkpoint")).doesNotExist();

            log.writeTo(served);
            byte[] tile = Files.readAllBytes(served.resolve("tile/0/001"));
            tile[77] ^= 1;
            Files.write(served.resolve("tile/0/001"), tile);
            assertThat(Run.of("mirror", server.address(), mirror).err())
                    .contains("at position 256: the hashes in tile/0/001 are not those that were signed");
        }
    }

    @Test
    void keys_are_pinned_when_a_mirror_begins() throws IOException {
        TestLog log = grown(45).writeTo(served);
        try (FileServer server = new FileServer(served)) {
            Run.of("mirror", server.address(), mirror);
            TestLog.write(served, "vkey", (TestLog.OTHER_KEY.verifier().text() + "\n").getBytes(StandardCharsets.UTF_8));
            TestLog.write(served, "checkpoint", Checkpoint.parse(log.checkpoint().text())
                    .sign(TestLog.OTHER_KEY)
                    .bytes());

            Run other = Run.of("mirror", server.address(), mirror);
            TestLog.write(served, "checkpoint", Checkpoint.parse(log.checkpoint().text())
                    .sign(TestLog.KEY, TestLog.OTHER_KEY)
                    .bytes());
            Run both = Run.of("mirror", server.address(), mirror);

            assertThat(other.code()).isEqualTo(Auditor.WRONG);
            assertThat(other.err()).contains("not signed with the key of this log");
            assertThat(both.code()).isEqualTo(Auditor.HOLDS);
            assertThat(both.out()).contains("a further key, which is not trusted until you name it");
        }
    }

    @Test
    void a_login_is_sent_and_never_shown() throws IOException {
        grown(45).writeTo(served);
        Path password = folders.resolve("password");
        Files.writeString(password, "không-ai-biết\n");
        String login = "Basic " + Base64.getEncoder()
                .encodeToString("kiểm-toán:không-ai-biết".getBytes(StandardCharsets.UTF_8));
        try (FileServer server = new FileServer(served, login)) {
            Run without = Run.of("mirror", server.address(), mirror);
            Run with = Run.of("mirror", server.address(), mirror, "--user", "kiểm-toán", "--password-file", password);

            assertThat(without.code()).isEqualTo(Auditor.UNREACHABLE);
            assertThat(without.err()).contains("asks for a login");
            assertThat(with.code()).as(with.err()).isEqualTo(Auditor.HOLDS);
            assertThat(with.out() + with.err()).doesNotContain("không-ai-biết");
        }
        Run clear = Run.of("verify", "http://192.0.2.1", "--user", "x", "--password-file", password);
        assertThat(clear.code()).isEqualTo(Auditor.UNREACHABLE);
        assertThat(clear.err()).contains("not sent over a network in clear");
    }

    @Test
    void a_token_is_sent_as_a_bearer_token() throws IOException {
        grown(45).writeTo(served);
        Path token = folders.resolve("token");
        Files.writeString(token, "abc.def\n");
        try (FileServer server = new FileServer(served, "Bearer abc.def")) {
            assertThat(Run.of("verify", server.address(), "--token-file", token).out()).contains("Everything holds.");
        }
    }

    @Test
    void texts_that_the_server_does_not_offer_are_counted() throws IOException {
        grown(45).writeTo(served);
        try (Stream<Path> texts = Files.list(served.resolve("texts"))) {
            Files.delete(texts.findFirst().orElseThrow());
        }
        try (FileServer server = new FileServer(served)) {
            assertThat(Run.of("mirror", server.address(), mirror).out())
                    .contains("1 texts copied", "1 texts that entries name by their digest are not there");
        }
    }

    @Test
    void what_was_recorded_since_a_kept_checkpoint_is_listed() throws IOException {
        grown(45).writeTo(served);
        Path kept = folders.resolve("kept-checkpoint");
        Files.copy(served.resolve("checkpoint"), kept);
        grown(47).writeTo(served);

        Run run = Run.of("since", kept, served, "--list");

        assertThat(run.code()).as(run.err()).isEqualTo(Auditor.HOLDS);
        assertThat(run.out())
                .contains("651 entries then, 653 now, 2 new")
                .contains("position 651, recorded 2026-01-01T00:10:51.001Z", "position 652")
                .doesNotContain("position 650,");
    }
}
