package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.evidence.CaseFile;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.FeatureView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the service gives as a record's case file, the auditor's tool verifies offline and writes alike from its mirror. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseFilesOverHttpTest {

    private static final String AUDITOR = "auditor";
    private static final String OFFICER = "dong-thap.posts.1.records";
    private static final int OF_EACH_KIND = 2;

    private final OutsideClient client = RunningDemo.instance().client();

    private final Path folder = MongoServers.temporaryFolder("cases");
    private final Path vkey = folder.resolve("vkey");
    private final Map<String, List<String>> records = new TreeMap<>();

    @BeforeAll
    void the_key_is_known_and_all_is_sealed() throws IOException {
        Files.writeString(vkey, client.getAnonymously("/log/vkey").text());
        for (FeatureView<?> view : QuerySideConfiguration.VIEWS.all()) {
            JsonNode items = client.get(AUDITOR, "/api/v1/" + view.resource() + "?limit=" + OF_EACH_KIND).body().path("items");
            records.put(view.resource(), items.valueStream().map(item -> item.path("id").asString()).toList());
        }
        RunningDemo.instance().recordHeads();
        client.awaitSealed(RunningDemo.instance()::tail);
    }

    private Path caseFile(String user, String resource, String record) throws IOException {
        return Files.write(folder.resolve(resource + ".case.zip"),
                client.getFile(user, "/api/v1/" + resource + "/" + record + "/casefile"));
    }

    @Test
    void a_record_of_any_kind_has_a_case_file_that_verifies_offline() throws IOException {
        List<String> kinds = new ArrayList<>();
        for (Map.Entry<String, List<String>> kind : records.entrySet()) {
            for (String record : kind.getValue()) {
                AuditorRun check = AuditorRun.of("check", caseFile(AUDITOR, kind.getKey(), record), "--key-file", vkey);
                assertThat(check.code()).as("%s %s: %s", kind.getKey(), record, check.said()).isZero();
                assertThat(check.said())
                        .contains(record, "the record ends with step")
                        .doesNotContain("was altered", "does not prove where the record ended");
                kinds.add(kind.getKey());
            }
        }
        assertThat(kinds).contains("organisations", "members", "cell-assignments", "basis-documents");
    }

    @Test
    void the_auditor_writes_the_same_entries_texts_and_names_from_a_mirror() throws IOException {
        Path mirror = folder.resolve("mirror");
        Path password = Files.writeString(folder.resolve("password"), client.passwordOf(AUDITOR));
        AuditorRun mirrored = AuditorRun.of("mirror", RunningDemo.instance().address(), mirror, "--user", AUDITOR,
                "--password-file", password, "--key-file", vkey);
        assertThat(mirrored.code()).as(mirrored.said()).isZero();
        String record = records.getOrDefault("cell-assignments", List.of()).get(0);
        Path theirs = folder.resolve("from-the-mirror.zip");
        AuditorRun written = AuditorRun.of("casefile", mirror, record, "-o", theirs, "--key-file", vkey);
        assertThat(written.code()).as(written.said()).isZero();

        Map<String, byte[]> ofMirror = CaseFile.read(Files.readAllBytes(theirs));
        Map<String, byte[]> ofService = CaseFile.read(Files.readAllBytes(caseFile(AUDITOR, "cell-assignments", record)));
        assertThat(manifest(ofService).positions()).isEqualTo(manifest(ofMirror).positions());
        assertThat(manifest(ofService).organisations()).isNotEmpty().isEqualTo(manifest(ofMirror).organisations());
        ofMirror.forEach((name, bytes) -> {
            if (name.startsWith(CaseFile.ENTRIES) || name.startsWith(CaseFile.TEXTS)) {
                assertThat(ofService).as(name).containsKey(name);
                assertThat(ofService.get(name)).as(name).isEqualTo(bytes);
            }
        });
    }

    private static CaseManifest manifest(Map<String, byte[]> files) {
        return CaseManifest.read(files.getOrDefault(CaseFile.MANIFEST, new byte[0]));
    }

    @Test
    void an_officer_gets_the_case_files_of_what_they_read_with_the_names_they_read_and_of_nothing_else() throws IOException {
        int read = 0;
        int hidden = 0;
        for (Map.Entry<String, List<String>> kind : records.entrySet()) {
            for (String record : kind.getValue()) {
                String path = "/api/v1/" + kind.getKey() + "/" + record;
                int entries = client.get(OFFICER, path + "/events?limit=1").status();
                if (entries == 404) {
                    assertThat(client.get(OFFICER, path + "/casefile").problem()).isEqualTo("/problems/unknown-record");
                    hidden++;
                } else {
                    for (String organisation : manifest(CaseFile.read(client.getFile(OFFICER, path + "/casefile")))
                            .organisations().keySet()) {
                        assertThat(client.get(OFFICER, "/api/v1/organisations/" + organisation + "/history").status())
                                .as("%s names %s", path, organisation).isEqualTo(200);
                    }
                    read++;
                }
            }
        }
        assertThat(read).isPositive();
        assertThat(hidden).isPositive();
    }
}
