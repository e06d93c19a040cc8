package org.coordinationledger.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.evidence.CaseFile;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.evidence.CasePage;
import org.coordinationledger.evidence.CaseTooLargeException;
import org.coordinationledger.evidence.EvidenceWords;
import org.coordinationledger.evidence.OrganisationNames;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.RecordHeads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {

    @TempDir
    private Path folder;

    private CaseFolder at;

    @BeforeEach
    void name_the_places() {
        at = new CaseFolder(folder);
    }

    private Run write(TestLog log) {
        log.writeTo(at.mirror());
        return at.write();
    }

    /** A record whose life goes on after the tree of record heads. */
    private static TestLog log() {
        TestLog log = new TestLog().fill(250);
        Agreements.live(log, "agreement-1", 3);
        log.sealHeads().fill(30);
        return log.add("Agreement", "agreement-1", new AgreementEvent.Proposed(
                        LocalDate.of(2018, 9, 1)))
                .fill(5);
    }

    @Test
    void a_case_file_is_checked_with_nothing_but_itself_and_the_key() throws IOException {
        Run written = write(log());
        deleteMirror();

        Run checked = at.check();

        assertThat(written.code()).as(written.err()).isEqualTo(Auditor.HOLDS);
        assertThat(checked.code()).as(checked.err()).isEqualTo(Auditor.HOLDS);
        assertThat(checked.out())
                .contains("The case file of record agreement-1 holds: 6 entries")
                .contains("Where the record ended is proved by the tree of record heads")
                .contains("the record ends with step 4, at position 266", "Steps after it: 1.")
                .contains("That none is missing it proves only if somebody with a copy of the whole log")
                .contains("Step 3: ", "04-QC/PH", "A-17")
                .doesNotContain("No key was given", "another version wrote it");
        assertThat(Run.of("check", at.file()).out()).contains("so the one inside the case file is used");
    }

    private void deleteMirror() throws IOException {
        Files.move(at.mirror(), folder.resolve("away"));
    }

    @Test
    void its_page_reads_in_the_language_asked_for_and_runs_nothing() {
        log().writeTo(at.mirror());
        at.write("--lang", "vi");

        String page = new String(at.read().get(CaseFile.PAGE), StandardCharsets.UTF_8);

        assertThat(page)
                .contains("<html lang=\"vi\">", "Tệp vụ việc của hồ sơ agreement-1", "Quy chế phối hợp &lt;bản đầu&gt;")
                .doesNotContain("<script", "http://", "https://");
        assertThat(at.check().code()).isEqualTo(Auditor.HOLDS);
    }

    @Test
    void a_record_that_began_after_the_tree_of_heads_is_complete_too() {
        TestLog log = new TestLog().fill(700).sealHeads().fill(4);
        Agreements.live(log, "agreement-1", 90);

        assertThat(write(log).code()).isEqualTo(Auditor.HOLDS);
        assertThat(at.check().out()).contains("5 entries");
    }

    /** Whoever can sign can put any tree into the log: no case is made from it. */
    @Test
    void no_case_is_made_from_a_log_whose_last_tree_of_heads_is_wrong() {
        TestLog log = log();
        log.sealHeads(log.recordHeads(heads -> heads.remove("filler-3")), log.size());

        assertThat(write(log).err()).contains("the tree of record heads that this entry holds is not that");
        assertThat(at.file()).doesNotExist();
    }

    /** The proofs of an older tree, or of another record's head, under the names of this one's. */
    @Test
    void a_case_with_another_head_than_the_record_s_is_found_out() {
        TestLog log = log().writeTo(at.mirror());
        at.write();
        Map<String, byte[]> files = at.read();
        CaseManifest whole = CaseManifest.read(files.get(CaseFile.MANIFEST));
        TestLog before = new TestLog().fill(250);
        Agreements.live(before, "agreement-1", 3);
        RecordHeads right = before.recordHeads();
        RecordHeads older = before.recordHeads(heads -> {
            heads.get("agreement-1")[0]--;
            heads.get("agreement-1")[1] -= 4;
        });
        RecordHeads without = before.recordHeads(heads -> heads.remove("agreement-1"));
        assertThat(CaseManifest.Leaf.of(right.presence("agreement-1").orElseThrow())).isEqualTo(whole.heads().head());

        for (CaseManifest.Heads forged : List.of(
                heads(whole, CaseManifest.Leaf.of(older.presence("agreement-1").orElseThrow()), null, null),
                heads(whole, CaseManifest.Leaf.of(right.presence("filler-1").orElseThrow()), null, null),
                heads(whole, null,
                        CaseManifest.Leaf.of(without.absence("agreement-1").orElseThrow().before().orElseThrow()),
                        CaseManifest.Leaf.of(without.absence("agreement-1").orElseThrow().after().orElseThrow())))) {
            CaseManifest changed = new CaseManifest(
                    whole.format(), whole.record(), whole.positions(), whole.organisations(), whole.size(),
                    whole.textsMissing(), whole.language(), whole.page(), forged);
            Map<String, byte[]> forgery = new TreeMap<>(files);
            forgery.put(CaseFile.MANIFEST, changed.json());
            at.zip(forgery);

            assertThat(at.check().err())
                    .contains("does not hold all entries of the record");
        }
        assertThat(log.size()).isEqualTo(whole.size());
    }

    private static CaseManifest.Heads heads(
            CaseManifest whole,
            CaseManifest.@Nullable Leaf head,
            CaseManifest.@Nullable Leaf before,
            CaseManifest.@Nullable Leaf after) {
        return new CaseManifest.Heads(
                whole.heads().position(), whole.heads().size(), whole.heads().followed(), head, before, after);
    }

    @Test
    void without_a_tree_of_heads_it_says_that_it_does_not_prove_completeness() {
        TestLog log = new TestLog().fill(20);
        Agreements.live(log, "agreement-1", 2);

        assertThat(write(log).out()).contains("only a look through all");
        assertThat(at.check().out()).contains("only a look through all");
    }

    @Test
    void every_byte_of_every_file_in_it_counts() {
        write(log());
        Map<String, byte[]> files = at.read();
        assertThat(files).hasSizeGreaterThan(15);
        assertThat(files.keySet()).anyMatch(n -> n.startsWith("after/tile/1/"));
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            for (int i = 0; i < one.getValue().length; i += 1 + one.getValue().length / 40) {
                Map<String, byte[]> changed = new TreeMap<>(files);
                byte[] bytes = one.getValue().clone();
                bytes[i] ^= 1;
                changed.put(one.getKey(), bytes);
                at.zip(changed);
                Run run = at.check();
                boolean onlyTheKeyInside = one.getKey().equals(CaseFile.KEYS);
                boolean onlyTheLanguage = one.getKey().equals(CaseFile.MANIFEST)
                        && run.out().contains("another version wrote it");
                if (onlyTheKeyInside || onlyTheLanguage) {
                    continue;
                }
                assertThat(run.code()).as("%s, byte %d", one.getKey(), i).isEqualTo(Auditor.WRONG);
            }
        }
    }

    @Test
    void nothing_may_be_missing_from_it_or_lie_in_it_beside() {
        write(log());
        Map<String, byte[]> files = at.read();
        for (String name : files.keySet()) {
            Map<String, byte[]> fewer = new TreeMap<>(files);
            fewer.remove(name);
            at.zip(fewer);
            assertThat(at.check().code()).as(name).isEqualTo(Auditor.WRONG);
        }
        Map<String, byte[]> more = new TreeMap<>(files);
        more.put("../outside", new byte[1]);
        at.zip(more);
        assertThat(at.check().err()).contains("../outside in the case file was changed");
    }

    @Test
    void a_case_that_hides_the_last_steps_is_found_out() {
        write(log());
        Map<String, byte[]> files = at.read();
        CaseManifest whole = CaseManifest.read(files.get(CaseFile.MANIFEST));
        for (int steps = 1; steps < whole.positions().size(); steps++) {
            at.zip(hiding(files, steps, whole.heads()));

            assertThat(at.check().err())
                    .contains("does not hold all entries of the record");
        }
    }

    /** As the service makes one for whoever may not read the entries of others. */
    @Test
    void a_case_without_the_entries_after_the_tree_proves_the_record_up_to_the_tree_and_says_so() {
        write(log());
        Map<String, byte[]> files = at.read();
        CaseManifest whole = CaseManifest.read(files.get(CaseFile.MANIFEST));
        files.keySet().removeIf(name -> name.startsWith(CaseFile.AFTER));
        CaseManifest.Heads heads = whole.heads();
        CaseManifest.Heads toTree = new CaseManifest.Heads(
                heads.position(), heads.size(), false, heads.head(), heads.before(), heads.after());
        int inTree = (int) whole.positions().stream().filter(p -> p < heads.size()).count();
        assertThat(inTree).isBetween(2, whole.positions().size() - 1);

        for (int steps = inTree; steps <= whole.positions().size(); steps++) {
            at.zip(hiding(files, steps, toTree));
            assertThat(at.check().code()).isEqualTo(Auditor.HOLDS);
            assertThat(at.check().out())
                    .contains("the record ends with step")
                    .contains("up to entry " + heads.size() + " of the log")
                    .contains("this file does not prove")
                    .doesNotContain("was altered");
        }
        for (int steps = 1; steps < inTree; steps++) {
            at.zip(hiding(files, steps, toTree));
            assertThat(at.check().err()).contains("does not hold all entries of the record");
        }
        at.zip(hiding(files, whole.positions().size(), heads));
        assertThat(at.check().code()).isEqualTo(Auditor.WRONG);
    }

    /** The case with the first steps alone, and a page and a manifest that fit. */
    private static Map<String, byte[]> hiding(Map<String, byte[]> files, int steps, CaseManifest.Heads heads) {
        CaseManifest whole = CaseManifest.read(files.get(CaseFile.MANIFEST));
        List<Long> fewer = whole.positions().subList(0, steps);
        Map<String, byte[]> hiding = new TreeMap<>(files);
        List<StoredEntry> entries = new ArrayList<>();
        for (long position : whole.positions()) {
            if (fewer.contains(position)) {
                entries.add(StoredEntry.of(files.get(CaseFile.ENTRIES + position + ".json"), position));
            } else {
                hiding.remove(CaseFile.ENTRIES + position + ".json");
                hiding.remove(CaseFile.PROOFS + position + ".tlog-proof");
            }
        }
        Map<String, byte[]> texts = new TreeMap<>();
        entries.forEach(e -> e.texts().forEach(d -> texts.put(d, files.get(CaseFile.TEXTS + d))));
        files.keySet().stream()
                .filter(n -> n.startsWith(CaseFile.TEXTS))
                .filter(n -> !texts.containsKey(n.substring(CaseFile.TEXTS.length())))
                .forEach(hiding::remove);
        CaseManifest shorter = new CaseManifest(
                whole.format(), whole.record(), fewer, Map.of(), whole.size(), List.of(), whole.language(), "", heads);
        byte[] page = CasePage.write(EvidenceWords.in("en"), shorter, entries, OrganisationNames.NONE, texts, new String(
                files.get(CaseFile.CHECKPOINT), StandardCharsets.UTF_8));
        hiding.put(CaseFile.PAGE, page);
        hiding.put(CaseFile.MANIFEST, shorter.withPage(page).json());
        return hiding;
    }

    /** As it was written before files told whether all entries since the tree are in them. */
    @Test
    void one_of_the_format_before_still_verifies() {
        write(log());
        Map<String, byte[]> files = at.read();
        String manifest = new String(files.get(CaseFile.MANIFEST), StandardCharsets.UTF_8);
        String before = manifest.replace("\"format\":3", "\"format\":2").replace("\"followed\":true,", "");
        assertThat(before).hasSizeLessThan(manifest.length());
        files.put(CaseFile.MANIFEST, before.getBytes(StandardCharsets.UTF_8));
        at.zip(files);

        assertThat(at.check().code()).as(at.check().err()).isEqualTo(Auditor.HOLDS);
    }

    @Test
    void one_of_another_format_is_not_read() {
        write(log());
        Map<String, byte[]> files = at.read();
        CaseManifest whole = CaseManifest.read(files.get(CaseFile.MANIFEST));
        for (int format : List.of(1, CaseManifest.FORMAT + 1)) {
            CaseManifest other = new CaseManifest(
                    format, whole.record(), whole.positions(), whole.organisations(), whole.size(), whole.textsMissing(),
                    whole.language(), whole.page(), whole.heads());
            files.put(CaseFile.MANIFEST, other.json());
            at.zip(files);

            assertThat(at.check().code()).isEqualTo(Auditor.WRONG);
        }
    }

    @Test
    void none_is_written_that_would_be_too_large_to_be_read() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        Map<String, byte[]> large = new TreeMap<>();
        byte[] bytes = new byte[1 << 20];
        for (int i = 0; i <= CaseFile.MOST_BYTES / bytes.length; i++) {
            large.put("texts/" + i, bytes);
        }
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i <= 100_000; i++) {
            many.put("texts/" + i, new byte[0]);
        }

        assertThatThrownBy(() -> CaseFile.write(to, large)).isInstanceOf(CaseTooLargeException.class);
        assertThatThrownBy(() -> CaseFile.write(to, many)).isInstanceOf(CaseTooLargeException.class);
        assertThat(to.size()).isZero();
    }

    @Test
    void another_key_than_the_log_s_does_not_open_it() {
        write(log());

        Run run = Run.of("check", at.file(), "--key", TestLog.OTHER_KEY.verifier().text());

        assertThat(run.code()).isEqualTo(Auditor.WRONG);
        assertThat(run.err()).contains("not signed with the key of this log");
    }

    @Test
    void a_damaged_zip_is_refused() throws IOException {
        write(log());
        byte[] whole = Files.readAllBytes(at.file());
        Files.write(at.file(), Arrays.copyOf(whole, whole.length / 2));

        assertThat(at.check().code()).isEqualTo(Auditor.WRONG);
    }

    @Test
    void no_case_is_made_from_a_mirror_that_does_not_verify() throws IOException {
        log().writeTo(at.mirror());
        byte[] bundle = Files.readAllBytes(at.mirror().resolve("tile/entries/000"));
        bundle[70] ^= 1;
        Files.write(at.mirror().resolve("tile/entries/000"), bundle);

        assertThat(at.write().code()).isEqualTo(Auditor.WRONG);
        assertThat(at.file()).doesNotExist();
    }
}
