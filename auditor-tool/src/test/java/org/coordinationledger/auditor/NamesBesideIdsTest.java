package org.coordinationledger.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.evidence.CaseFile;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.evidence.OrganisationNames;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.vocabulary.Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organisations are named beside their ids, from their own entries in the same log; people stay codes. */
class NamesBesideIdsTest {

    @TempDir
    private Path folder;

    private CaseFolder at;

    @BeforeEach
    void a_post_was_registered_and_renamed_on_the_day_of_the_second_step() {
        at = new CaseFolder(folder);
        TestLog log = new TestLog().fill(300);
        log.add("Organisation", "border-guard", new OrganisationEvent.Registered(
                LocalDate.of(2010, 1, 1), OrganisationKind.BORDER_POST, new Name("Đồn Biên phòng Thông Bình"), null, null,
                List.of(), Territory.UNKNOWN, true, List.of()));
        Agreements.live(log, "agreement-1", 3);
        log.add("Organisation", "border-guard", new OrganisationEvent.Renamed(
                LocalDate.of(2018, 7, 2), new Name("Đồn Biên phòng Cửa khẩu Thông Bình"), null, List.of()));
        log.add("Organisation", "elsewhere", new OrganisationEvent.Registered(
                LocalDate.of(2010, 1, 1), OrganisationKind.BORDER_POST, new Name("Đồn khác"), null, null,
                List.of(), Territory.UNKNOWN, true, List.of()));
        log.writeTo(at.mirror());
    }

    private Run write() {
        return at.write("--pdf", folder.resolve("case.pdf"));
    }

    @Test
    void a_replay_names_each_as_it_was_called_on_the_day_of_the_step() {
        assertThat(Run.of("replay", at.mirror(), "agreement-1").out())
                .contains("Organisation: Đồn Biên phòng Thông Bình (border-guard)")
                .contains("Organisation: Đồn Biên phòng Cửa khẩu Thông Bình (border-guard)")
                .contains("Đồn Biên phòng Thông Bình (border-guard), district-1", "Recorded by: A-17 (")
                .doesNotContain("Đồn khác");
    }

    @Test
    void a_case_file_holds_the_entries_that_name_them_with_their_proofs() {
        Run written = write();
        assertThat(written.code()).as(written.err()).isEqualTo(Auditor.HOLDS);
        Map<String, byte[]> files = at.read();

        CaseManifest manifest = CaseManifest.read(files.get(CaseFile.MANIFEST));
        assertThat(manifest.organisations()).containsOnlyKeys("border-guard");
        manifest.organisations().get("border-guard").forEach(position ->
                assertThat(files).containsKeys(CaseFile.entry(position), CaseFile.proof(position)));
        assertThat(new String(files.get(CaseFile.PAGE), StandardCharsets.UTF_8))
                .contains("Đồn Biên phòng Cửa khẩu Thông Bình (border-guard)");
        assertThat(at.check().out())
                .contains("Đồn Biên phòng Thông Bình (border-guard)")
                .doesNotContain("another version wrote it");
    }

    @Test
    void a_name_that_no_proved_entry_gives_is_refused() {
        write();
        Map<String, byte[]> files = at.read();
        CaseManifest manifest = CaseManifest.read(files.get(CaseFile.MANIFEST));
        long first = manifest.organisations().get("border-guard").get(0);
        Map<String, byte[]> renamed = new TreeMap<>(files);
        renamed.put(CaseFile.entry(first), new String(files.get(CaseFile.entry(first)), StandardCharsets.UTF_8)
                .replace("Thông Bình", "Thông Tin")
                .getBytes(StandardCharsets.UTF_8));
        at.zip(renamed);
        assertThat(at.check().code()).isEqualTo(Auditor.WRONG);

        for (Map<String, List<Long>> claimed : List.of(
                Map.of("district-1", manifest.organisations().get("border-guard")),
                Map.of("border-guard", List.of(manifest.organisations().get("border-guard").get(1))),
                Map.of("agreement-1", manifest.positions()))) {
            CaseManifest untrue = new CaseManifest(
                    manifest.format(), manifest.record(), manifest.positions(), claimed, manifest.size(),
                    manifest.textsMissing(), manifest.language(), manifest.page(), manifest.heads());
            Map<String, byte[]> changed = new TreeMap<>(files);
            changed.put(CaseFile.MANIFEST, untrue.json());
            at.zip(changed);
            assertThat(at.check().code()).as(claimed.toString()).isEqualTo(Auditor.WRONG);
        }
    }

    @Test
    void a_page_can_be_printed_when_it_is_written_and_when_it_is_checked() throws IOException {
        write();
        Path checked = folder.resolve("checked.pdf");

        assertThat(at.check("--pdf", checked).code()).isEqualTo(Auditor.HOLDS);

        for (Path pdf : List.of(folder.resolve("case.pdf"), checked)) {
            byte[] bytes = Files.readAllBytes(pdf);
            assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(bytes.length).isGreaterThan(5_000);
        }
    }

    @Test
    void an_organisation_with_more_entries_than_are_told_stays_an_id() {
        TestLog log = new TestLog();
        log.add("Organisation", "border-guard", new OrganisationEvent.Registered(
                LocalDate.of(2010, 1, 1), OrganisationKind.BORDER_POST, new Name("Đồn Biên phòng Thông Bình"), null, null,
                List.of(), Territory.UNKNOWN, true, List.of()));
        for (int i = 0; i < OrganisationNames.MOST_ENTRIES; i++) {
            log.add("Organisation", "border-guard", new OrganisationEvent.Renamed(
                    LocalDate.of(2011, 1, 1).plusDays(i), new Name("Đồn " + i), null, List.of()));
        }
        Agreements.live(log, "agreement-1", 0);
        log.writeTo(at.mirror());

        assertThat(Run.of("replay", at.mirror(), "agreement-1").out()).contains("Organisation: border-guard");
    }
}
