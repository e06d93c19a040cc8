package org.coordinationledger.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.KeyKind;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.tlog.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyTest {

    private static final String ENTRY = "the entry is not the one that was signed";
    private static final String TILE = "are not those that were signed";
    private static final String HEADS = "at position 300: the tree of record heads that this entry holds is not that";

    @TempDir
    private Path folder;

    private TestLog log() {
        TestLog log = new TestLog().fill(300);
        Agreements.live(log, "agreement-1", 60);
        return log.sealHeads().fill(45);
    }

    @Test
    void a_log_that_is_right_holds_and_says_what_was_looked_at() {
        TestLog log = log().writeTo(folder);

        Run run = Run.of("verify", folder);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(Auditor.HOLDS);
        assertThat(run.out())
                .contains("Everything holds.", log.size() + " entries of 99 records verified")
                .contains("The tree of record heads that the entry at position 605 holds was made again")
                .contains("made again from the entries: 1. Each is the one that was recorded.")
                .contains("2 texts agree with their digests");
    }

    @Test
    void it_is_said_in_vietnamese_unless_english_is_asked_for() {
        log().writeTo(folder);

        assertThat(Run.in(Locale.FRENCH, "verify", folder).out()).contains("Tất cả đều đúng.");
        assertThat(Run.in(Locale.ENGLISH, "--lang", "vi", "verify", folder).out()).contains("Tất cả đều đúng.");
        assertThat(Run.in(Locale.FRENCH, "verify", folder, "--lang=en").out()).contains("Everything holds.");
    }

    interface Tampering {
        void on(Path folder, TestLog log) throws IOException;
    }

    private static Arguments on(String what, String expected, Tampering tampering) {
        return Arguments.of(what, expected, tampering);
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                on("a byte of an entry", "at position 300: " + ENTRY, (f, log) ->
                        flip(f, "tile/entries/001", 2 + 44 * sizeOf(log, 256) + 300)),
                on("a hash of a tile", "at position 5: the hashes in tile/0/000 " + TILE, (f, log) ->
                        flip(f, "tile/0/000", 5 * 32 + 3)),
                on("a hash of the last tile", TILE, (f, log) -> flip(f, "tile/0/002.p/139", 138 * 32)),
                on("a hash of an upper tile", "tile/1/000.p/2 " + TILE, (f, log) -> flip(f, "tile/1/000.p/2", 40)),
                on("an entry is missing", "at position 510", (f, log) ->
                        bundle(f, log, 1, e -> e.remove(254))),
                on("an entry stands twice", "at position 260: " + ENTRY, (f, log) ->
                        bundle(f, log, 1, e -> e.set(4, e.get(3)))),
                on("two entries change places", "at position 259: " + ENTRY, (f, log) ->
                        bundle(f, log, 1, e -> Collections.swap(e, 3, 4))),
                on("a bundle is cut off", "at position 511: the file tile/entries/001 is cut off", (f, log) ->
                        cut(f, "tile/entries/001", 1)),
                on("a bundle has a byte too many", "at position 512: the file tile/entries/001", (f, log) ->
                        Files.write(f.resolve("tile/entries/001"), new byte[1],
                                java.nio.file.StandardOpenOption.APPEND)),
                on("a tile is cut off", "at position 256: the hashes in tile/0/001 " + TILE, (f, log) ->
                        cut(f, "tile/0/001", 32)),
                on("a bundle is missing", "at position 256: tile/entries/001 is missing", (f, log) ->
                        Files.delete(f.resolve("tile/entries/001"))),
                on("a tile is missing", "at position 0: tile/1/000.p/2 is missing", (f, log) ->
                        Files.delete(f.resolve("tile/1/000.p/2"))),
                on("the checkpoint is missing", "checkpoint is missing", (f, log) ->
                        Files.delete(f.resolve("checkpoint"))),
                on("a byte of the checkpoint's root", "checkpoint: ", (f, log) -> flip(f, "checkpoint", 30)),
                on("the checkpoint is cut off", "checkpoint: this is no signed note", (f, log) ->
                        cut(f, "checkpoint", 60)),
                on("the checkpoint is of another log", "checkpoint: the checkpoint is of another log", (f, log) ->
                        TestLog.write(f, "checkpoint", new Checkpoint("other.example", log.size(), log.tiles().root())
                                .sign(TestLog.KEY)
                                .bytes())),
                on("the checkpoint is signed with another key", "not signed with the key of this log", (f, log) ->
                        TestLog.write(f, "checkpoint", new Checkpoint(TestLog.ORIGIN, log.size(), log.tiles().root())
                                .sign(TestLog.OTHER_KEY)
                                .bytes())),
                on("the checkpoint names more entries", "is missing", (f, log) -> TestLog.write(
                        f,
                        "checkpoint",
                        new Checkpoint(TestLog.ORIGIN, log.size() + 300, log.tiles().root())
                                .sign(TestLog.KEY)
                                .bytes())),
                on("the signed root is another", "are not those that were signed", (f, log) -> {
                    TestLog longer = new TestLog().fill(log.size());
                    TestLog.write(f, "checkpoint", longer.checkpoint().bytes());
                    flip(f, "tile/entries/000", 400);
                }),
                on("only the signed root is another", "do not lead to the root", (f, log) -> TestLog.write(
                        f, "checkpoint", new TestLog().fill(log.size()).checkpoint().bytes())),
                on("a byte of a text", "is not the one that the entry names by this digest", (f, log) -> {
                    try (Stream<Path> texts = Files.list(f.resolve("texts"))) {
                        flip(f, "texts/" + texts.findFirst().orElseThrow().getFileName(), 3);
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void what_was_changed_is_found_with_its_place_and_reason(String what, String expected, Tampering tampering)
            throws IOException {
        TestLog log = log().writeTo(folder);
        tampering.on(folder, log);

        Run run = Run.of("verify", folder);

        assertThat(run.err()).startsWith("DOES NOT VERIFY: ").contains(expected);
        assertThat(run.code()).isEqualTo(Auditor.WRONG);
    }

    /** Whoever has the signing key can sign anything; what the entries say still gives it away. */
    static Stream<Arguments> signedWrongly() {
        return Stream.of(
                Arguments.of("an entry was left out", "at position 300: the entry says that its position is 301", 
                        leftOut()),
                Arguments.of("a record lost its middle step", "record filler-0 has step 2 here, where step 1",
                        raw(3, 0, 0, 2)),
                Arguments.of("a step stands twice", "record filler-0 has step 0 here, where step 1", raw(3, 0, -1, 0)),
                Arguments.of("a record's previous entry is another", "does not name the position", raw(3, 3, 1, 1)),
                Arguments.of("a commit that began elsewhere", "does not fit the commit", raw(3, 2, 0, 1)),
                Arguments.of("another log's entry", "the entry is of log other.example, all before it of log",
                        new TestLog().fill(3).withLogId("other.example").fill(1)),
                Arguments.of("no entry at all", "at position 3: this is no entry of format 1",
                        new TestLog().fill(3).addRaw("{\"seq\":3}".getBytes(StandardCharsets.UTF_8))),
                Arguments.of("time goes backwards", "time goes backwards", backwards()),
                Arguments.of("a wrong tree of record heads", "at position 3: the tree of record heads",
                        new TestLog().fill(3).add("RecordHeads", "h", SealedHeads.EVENT,
                                "{\"records\":3,\"root\":\"%s\",\"size\":3}".formatted("ab".repeat(32)))),
                wrongHeads("a head left out", heads -> heads.remove("filler-7")),
                wrongHeads("a head of a record that is not there", heads -> heads.put("filler-x", new long[] {0, 5})),
                wrongHeads("an old head", heads -> heads.put("filler-7", new long[] {2, 201})),
                wrongHeads("a head whose step is another", heads -> heads.get("filler-7")[0]++),
                wrongHeads("a head whose position is another", heads -> heads.get("filler-7")[1]++),
                Arguments.of("heads of fewer entries than it says", HEADS, headsOf(299)),
                Arguments.of("heads of entries to come", HEADS, new TestLog().fill(300).sealHeads(
                        new TestLog().fill(301).recordHeads(), 301)));
    }

    /** A right tree before and another after the wrong one, so that it is not the last. */
    private static Arguments wrongHeads(String what, Consumer<Map<String, long[]>> change) {
        TestLog log = new TestLog().fill(300);
        return Arguments.of(what, HEADS, log.sealHeads(log.recordHeads(change), 300).fill(40).sealHeads().fill(3));
    }

    private static TestLog headsOf(int size) {
        return new TestLog().fill(300).sealHeads(new TestLog().fill(size).recordHeads(), 300);
    }

    @Test
    void every_recorded_tree_of_heads_is_made_again_at_the_size_that_it_is_of() {
        TestLog log = new TestLog();
        for (int hour = 0; hour < 30; hour++) {
            RecordHeads then = log.fill(17 + hour * 11 % 40).recordHeads();
            int size = log.size();
            log.fill(hour % 7 == 3 ? 900 : hour % 5).sealHeads(then, size);
        }
        log.fill(9).writeTo(folder);

        Run run = Run.of("verify", folder);

        assertThat(run.code()).as(run.err()).isEqualTo(Auditor.HOLDS);
        assertThat(run.out()).contains("made again from the entries: 30. Each is the one that was recorded.");
        assertThat(Run.of("verify", folder, "--last-heads").out()).contains("made again from the entries: 1.");
    }

    private static TestLog raw(long position, long first, long prev, long sequence) {
        TestLog log = new TestLog().fill(3);
        return log.addRaw(log.entry(position, first == 0 ? position : first, prev, "Filler", "filler-0", sequence, "x.y", "{}"));
    }

    private static TestLog leftOut() {
        TestLog whole = new TestLog().fill(400);
        TestLog log = new TestLog();
        for (int i = 0; i < 400; i++) {
            if (i != 300) {
                log.addRaw(whole.entries().get(i));
            }
        }
        return log;
    }

    private static TestLog backwards() {
        TestLog log = new TestLog().fill(3);
        String late = new String(log.entry(3, 3, -1, "T", "other", 0, "x.y", "{}"), StandardCharsets.UTF_8)
                .replace(TestLog.time(3), TestLog.time(0));
        return log.addRaw(late.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signedWrongly")
    void what_was_signed_wrongly_is_found_too(String what, String expected, TestLog log) {
        log.writeTo(folder);

        Run run = Run.of("verify", folder);

        assertThat(run.err()).startsWith("DOES NOT VERIFY: ").contains(expected);
        assertThat(run.code()).isEqualTo(Auditor.WRONG);
    }

    @Test
    void every_byte_of_every_file_counts() throws IOException {
        TestLog log = new TestLog().fill(2);
        Agreements.live(log, "agreement-1", 0);
        log.sealHeads().writeTo(folder);
        Map<Path, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        assertThat(files).hasSize(6);
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            for (int i = 0; i < file.getValue().length; i += 1 + file.getValue().length / 150) {
                byte[] changed = file.getValue().clone();
                changed[i] ^= 1;
                Files.write(file.getKey(), changed);
                assertThat(Run.of("verify", folder, "--key", TestLog.KEY.verifier().text()).code())
                        .as("%s, byte %d", file.getKey(), i)
                        .isEqualTo(file.getKey().endsWith("vkey") ? Auditor.HOLDS : Auditor.WRONG);
            }
            Files.write(file.getKey(), file.getValue());
        }
        assertThat(Run.of("verify", folder).code()).isEqualTo(Auditor.HOLDS);
    }

    @Test
    void witnesses_that_are_asked_for_must_have_cosigned() {
        TestLog log = log().writeTo(folder);
        Object witness = TestLog.WITNESS.verifier().text();

        Run without = Run.of("verify", folder, "--witness", witness);
        SignedNote cosigned = log.checkpoint()
                .plus(TestLog.WITNESS.cosign(log.checkpoint().text(), Instant.parse("2026-01-02T00:00:00Z")));
        TestLog.write(folder, "checkpoint", cosigned.bytes());
        Run with = Run.of("verify", folder, "--witness", witness);

        assertThat(without.code()).isEqualTo(Auditor.WRONG);
        assertThat(without.err()).contains("too few of the witnesses asked for cosigned");
        assertThat(with.code()).isEqualTo(Auditor.HOLDS);
        assertThat(with.out()).contains("Cosigned by 1 witnesses: witness.example/w1");
    }

    @Test
    void an_empty_log_holds() {
        new TestLog().writeTo(folder);

        assertThat(Run.of("verify", folder).code()).isEqualTo(Auditor.HOLDS);
    }

    @Test
    void exit_codes_tell_wrong_use_and_what_cannot_be_reached_from_what_is_wrong() {
        assertThat(Run.of("verify").code()).isEqualTo(Auditor.USAGE);
        assertThat(Run.of().code()).isEqualTo(Auditor.USAGE);
        assertThat(Run.of("verify", "http://127.0.0.1:1").code()).isEqualTo(Auditor.UNREACHABLE);
        Path nowhere = folder.resolve("nowhere");
        for (Run run : List.of(
                Run.of("verify", nowhere), Run.of("replay", nowhere, "r"), Run.of("casefile", nowhere, "r"),
                Run.of("prove", nowhere, 0))) {
            assertThat(run.code()).isEqualTo(Auditor.UNREACHABLE);
            assertThat(run.err()).contains("There is no such folder: " + nowhere);
        }
        log().writeTo(folder);
        assertThat(Run.of("replay", folder, "nobody").code()).isEqualTo(Auditor.NOT_FOUND);
        assertThat(Run.of("verify", folder, "--key", SignerKey.ofSeed("other", KeyKind.NOTE, new byte[32])
                        .verifier()
                        .text())
                        .code())
                .isEqualTo(Auditor.WRONG);
    }

    private static int sizeOf(TestLog log, int index) {
        return log.entries().get(index).length + 2;
    }

    interface Change {
        void on(List<byte[]> entries);
    }

    private static void bundle(Path folder, TestLog log, int index, Change change) {
        List<byte[]> entries = new ArrayList<>(log.entries().subList(256 * index, 256 * index + 256));
        change.on(entries);
        TestLog.write(folder, "tile/entries/00" + index, EntryBundle.write(entries));
    }

    private static void flip(Path folder, String path, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(path));
        bytes[at] ^= 1;
        Files.write(folder.resolve(path), bytes);
    }

    private static void cut(Path folder, String path, int bytes) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(path));
        Files.write(folder.resolve(path), Arrays.copyOf(whole, whole.length - bytes));
    }
}
