package org.coordinationledger.service.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.service.personaldata.MemberKeysBackup.Held;
import org.coordinationledger.vocabulary.MemberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemberKeysBackupTest {

    private static final PersonalData.Clear LAN = new PersonalData.Clear("Nguyễn Thị Lan", "Thiếu tá", null);
    private static final MemberId MEMBER = new MemberId("m-1");
    private static final MemberId ERASED_BEFORE = new MemberId("m-2");
    private static final MemberId ERASED_AFTER = new MemberId("m-3");
    private static final Instant NOW = Instant.parse("2026-01-31T17:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path kek;
    private Path backup;

    @BeforeEach
    void there_is_a_key_that_wraps() {
        kek = folder.resolve("kek");
        backup = folder.resolve("apart").resolve("member-keys.jsonl");
        KeyEncryptionKeys.createIfAbsent(kek);
    }

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private static MongoDatabase in(TestDatabase database) {
        return database.client().getDatabase(database.name());
    }

    private PersonalDataVault vault(TestDatabase database) {
        return new MongoPersonalDataVault(in(database), KeyEncryptionKeys.read(kek), CLOCK);
    }

    private MemberKeysBackup keys(TestDatabase database) {
        return new MemberKeysBackup(in(database), kek);
    }

    private Map<MemberId, PersonalData.Sealed> threeMembers(PersonalDataVault vault) {
        Map<MemberId, PersonalData.Sealed> sealed = Map.of(
                MEMBER, vault.seal(MEMBER, LAN),
                ERASED_BEFORE, vault.seal(ERASED_BEFORE, LAN),
                ERASED_AFTER, vault.seal(ERASED_AFTER, LAN));
        vault.seal(MEMBER, LAN);
        vault.erase(ERASED_BEFORE);
        return sealed;
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keys_that_were_lost_open_again_what_they_sealed_and_erased_ones_do_not(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase();
                TestDatabase anew = server.freshDatabase()) {
            PersonalDataVault vault = vault(database);
            Map<MemberId, PersonalData.Sealed> sealed = threeMembers(vault);
            assertThat(keys(database).write(backup, NOW)).isEqualTo(new Held(2, 1));
            vault(anew).erase(ERASED_AFTER);

            assertThat(keys(anew).restore(backup)).isEqualTo(new Held(1, 1));

            assertThat(vault(anew).openAll(sealed)).isEqualTo(Map.of(MEMBER, LAN));
            vault(anew).forget(MEMBER);
            assertThat(vault(anew).open(MEMBER, sealed.get(MEMBER))).as("it had sealed twice").contains(LAN);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_backup_is_its_owners_holds_no_key_in_clear_and_replaces_nothing(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase()) {
            threeMembers(vault(database));
            keys(database).write(backup, NOW);
            byte[] written = Files.readAllBytes(backup);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
            assertThat(Files.readAllLines(backup)).hasSize(5);
            Document stored = KeyWrapping.collection(in(database)).find(new Document("_id", "m-1")).first();
            byte[] clear = new KeyWrapping(KeyEncryptionKeys.read(kek)).unwrapped(stored).getEncoded();
            assertThat(Files.readString(backup))
                    .doesNotContain(Base64.getEncoder().encodeToString(clear), "Lan");
            assertThatThrownBy(() -> keys(database).write(backup, NOW)).hasMessageContaining("is there already");
            assertThatThrownBy(() -> keys(database).restore(backup)).hasMessageContaining("not replaced");
            assertThat(backup).hasBinaryContent(written);
            try (Stream<Path> beside = Files.list(backup.getParent())) {
                assertThat(beside).containsExactly(backup);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_restore_that_was_cut_off_can_be_repeated(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase();
                TestDatabase anew = server.freshDatabase()) {
            Map<MemberId, PersonalData.Sealed> sealed = threeMembers(vault(database));
            keys(database).write(backup, NOW);
            keys(anew).restore(backup);
            KeyWrapping.collection(in(anew)).deleteOne(new Document("_id", "m-3"));
            vault(anew).seal(MEMBER, LAN);

            assertThat(keys(anew).restore(backup)).isEqualTo(new Held(2, 1));

            assertThat(vault(anew).openAll(sealed)).isEqualTo(Map.of(MEMBER, LAN, ERASED_AFTER, LAN));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_key_that_is_not_the_backup_s_is_never_replaced_and_nothing_is_written_beside_it(TestServer server)
            throws IOException {
        try (TestDatabase database = server.freshDatabase()) {
            threeMembers(vault(database));
            keys(database).write(backup, NOW);
        }
        for (MemberId other : List.of(MEMBER, ERASED_BEFORE, new MemberId("m-9"))) {
            try (TestDatabase anew = server.freshDatabase()) {
                PersonalData.Sealed sealed = vault(anew).seal(other, LAN);

                assertThatThrownBy(() -> keys(anew).restore(backup)).as(other.value()).hasMessageContaining("not replaced");

                assertThat(KeyWrapping.collection(in(anew)).countDocuments()).isEqualTo(1);
                assertThat(vault(anew).open(other, sealed)).contains(LAN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_key_that_a_running_service_makes_meanwhile_is_told(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase();
                TestDatabase anew = server.freshDatabase()) {
            threeMembers(vault(database));
            keys(database).write(backup, NOW);
            List<Document> documents =
                    MemberKeysLines.read(Files.readAllBytes(backup), KeyEncryptionKeys.read(kek), backup);
            vault(anew).erase(ERASED_AFTER);
            PersonalData.Sealed sealed = vault(anew).seal(MEMBER, LAN);

            assertThatThrownBy(() -> keys(anew).putBack(documents)).hasMessageContaining("member m-1 was made meanwhile");

            assertThat(vault(anew).open(MEMBER, sealed)).contains(LAN);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_damaged_or_altered_backup_or_one_of_another_key_is_refused_and_nothing_is_written(TestServer server)
            throws IOException {
        try (TestDatabase database = server.freshDatabase();
                TestDatabase anew = server.freshDatabase()) {
            threeMembers(vault(database));
            keys(database).write(backup, NOW);
            byte[] whole = Files.readAllBytes(backup);
            List<String> lines = Files.readAllLines(backup);

            for (int at = 0; at < whole.length; at += 7) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 1;
                refused(anew, flipped);
            }
            for (int left = 0; left < lines.size(); left++) {
                List<String> some = new ArrayList<>(lines);
                some.remove(left);
                refused(anew, (String.join("\n", some) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            refused(anew, new byte[0]);
            refused(anew, new byte[] {'\n'});
            Files.write(backup, whole);
            Files.delete(kek);
            KeyEncryptionKeys.createIfAbsent(kek);
            assertThatThrownBy(() -> keys(anew).restore(backup)).hasMessageContaining("is missing from its file");
            assertThat(KeyWrapping.collection(in(anew)).countDocuments()).isZero();
        }
    }

    private void refused(TestDatabase anew, byte[] altered) throws IOException {
        Files.write(backup, altered);
        assertThatThrownBy(() -> keys(anew).restore(backup)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void no_backup_is_made_of_a_key_that_was_changed(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            threeMembers(vault(database));
            var stored = KeyWrapping.collection(in(database));
            Document other = stored.find(new Document("_id", "m-3")).first();
            stored.replaceOne(new Document("_id", "m-1"), new Document(other).append("_id", "m-1"));

            assertThatThrownBy(() -> keys(database).write(backup, NOW)).hasMessageContaining("was changed");
            assertThat(backup).doesNotExist();
        }
    }
}
