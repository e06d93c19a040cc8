package org.coordinationledger.service.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalDataVaultTest {

    private static final PersonalData.Clear LAN = new PersonalData.Clear("Nguyễn Thị Lan", "Thiếu tá", null);
    private static final MemberId MEMBER = new MemberId("m-1");
    private static final MemberId OTHER = new MemberId("m-2");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T17:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private PersonalDataVault vault(TestDatabase database) {
        Path file = folder.resolve("kek");
        KeyEncryptionKeys.createIfAbsent(file);
        return new MongoPersonalDataVault(
                database.client().getDatabase(database.name()), KeyEncryptionKeys.read(file), CLOCK);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_was_sealed_opens_again_also_in_another_process(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            PersonalData.Sealed first = vault(database).seal(MEMBER, LAN);
            PersonalData.Sealed again = vault(database).seal(MEMBER, LAN);
            assertThat(again.nonce()).isNotEqualTo(first.nonce());
            assertThat(again.ciphertext()).isNotEqualTo(first.ciphertext());
            assertThat(Base64.getDecoder().decode(first.nonce())).hasSize(12);
            assertThat(vault(database).open(MEMBER, first)).contains(LAN);
            assertThat(vault(database).openAll(Map.of(MEMBER, again))).containsEntry(MEMBER, LAN);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void erasing_the_key_leaves_the_recorded_bytes_and_opens_nothing(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                LedgerStore ledger =
                        LedgerStore.builder(database.client(), database.name()).build()) {
            PersonalDataVault vault = vault(database);
            MemberEvent.Registered event = new MemberEvent.Registered(
                    LocalDate.of(2018, 1, 1),
                    new MemberCode("DV-1"),
                    new OrganisationId("post-1"),
                    Membership.OFFICIAL,
                    vault.seal(MEMBER, LAN),
                    false);
            ledger.append(List.of(registered(event)), new ReadSet());
            Entry before = ledger.entry(0).orElseThrow();
            vault.erase(MEMBER);
            vault.erase(MEMBER);
            Entry after = ledger.entry(0).orElseThrow();
            assertThat(after.bytes()).isEqualTo(before.bytes());
            assertThat(after.leafHash()).isEqualTo(before.leafHash());
            assertThat(after.json()).doesNotContain("Lan", "Thiếu");
            assertThat(vault.open(MEMBER, sealedIn(after))).isEmpty();
            assertThat(vault(database).openAll(Map.of(MEMBER, sealedIn(after)))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void an_erased_member_never_gets_a_key_again(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            PersonalDataVault vault = vault(database);
            vault.seal(MEMBER, LAN);
            vault.erase(MEMBER);
            vault.erase(OTHER);
            vault.forget(MEMBER);
            for (MemberId erased : List.of(MEMBER, OTHER)) {
                assertThatThrownBy(() -> vault.seal(erased, LAN))
                        .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection())
                                .isEqualTo(new MemberRejection.PersonalDataErased(LocalDate.of(2026, 2, 1))));
            }
            Document tombstone = database.client()
                    .getDatabase(database.name())
                    .getCollection("memberkeys")
                    .find(Filters.eq("_id", "m-1"))
                    .first();
            assertThat(tombstone).containsOnlyKeys("_id", "erasedAt", "seals");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void changed_or_moved_ciphertext_does_not_open(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            PersonalDataVault vault = vault(database);
            PersonalData.Sealed sealed = vault.seal(MEMBER, LAN);
            vault.seal(OTHER, LAN);
            byte[] bytes = Base64.getDecoder().decode(sealed.ciphertext());
            for (int i = 0; i < bytes.length; i++) {
                byte[] changed = bytes.clone();
                changed[i] ^= 1;
                PersonalData.Sealed tampered =
                        new PersonalData.Sealed(sealed.nonce(), Base64.getEncoder().encodeToString(changed));
                assertThatThrownBy(() -> vault.open(MEMBER, tampered))
                        .isInstanceOf(TamperedPersonalDataException.class);
            }
            assertThatThrownBy(() -> vault.open(OTHER, sealed)).isInstanceOf(TamperedPersonalDataException.class);
            for (PersonalData.Sealed noise :
                    List.of(new PersonalData.Sealed("", ""), new PersonalData.Sealed("%", sealed.ciphertext()))) {
                assertThatThrownBy(() -> vault.open(MEMBER, noise)).isInstanceOf(TamperedPersonalDataException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_ciphertext_under_another_members_key_does_not_open_either(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            PersonalDataVault vault = vault(database);
            PersonalData.Sealed sealed = vault.seal(MEMBER, LAN);
            var keys = database.client().getDatabase(database.name()).getCollection("memberkeys");
            Document copied = keys.find(Filters.eq("_id", "m-1")).first();
            keys.insertOne(new Document(copied).append("_id", "m-2"));
            assertThatThrownBy(() -> vault.open(OTHER, sealed)).hasMessageContaining("was changed");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_forgotten_key_is_gone_unless_it_sealed_more_than_once(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            PersonalDataVault vault = vault(database);
            PersonalData.Sealed refused = vault.seal(MEMBER, LAN);
            vault.forget(MEMBER);
            assertThat(vault.open(MEMBER, refused)).isEmpty();
            PersonalData.Sealed recorded = vault.seal(MEMBER, LAN);
            vault.seal(MEMBER, LAN);
            vault.forget(MEMBER);
            assertThat(vault.open(MEMBER, recorded)).contains(LAN);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_new_wrapping_key_on_top_of_the_file_still_opens_what_the_old_one_wrapped(TestServer server)
            throws IOException {
        try (TestDatabase database = server.freshDatabase()) {
            PersonalData.Sealed old = vault(database).seal(MEMBER, LAN);
            Path file = folder.resolve("kek");
            String fresh = Base64.getEncoder().encodeToString(new byte[32]);
            Files.writeString(file, fresh + "\n" + Files.readString(file));
            assertThat(vault(database).open(MEMBER, old)).contains(LAN);
            PersonalData.Sealed newer = vault(database).seal(OTHER, LAN);
            Files.writeString(file, fresh + "\n");
            assertThat(vault(database).open(OTHER, newer)).contains(LAN);
            assertThatThrownBy(() -> vault(database).open(MEMBER, old)).hasMessageContaining("is missing");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void who_reads_personal_data_is_kept_and_not_everybody_may(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            PersonalDataVault vault = vault(database);
            PersonalDataReads reads =
                    new PersonalDataReads(database.client().getDatabase(database.name()), vault, CLOCK);
            Map<MemberId, PersonalData.Sealed> data =
                    Map.of(MEMBER, vault.seal(MEMBER, LAN), OTHER, vault.seal(OTHER, LAN));
            vault.erase(OTHER);
            Actor recorder = new Actor("P-1", new OrganisationId("post-1"), Role.RECORDER);
            assertThat(reads.open(recorder, data, "members/" + "x".repeat(200))).containsOnlyKeys(MEMBER);
            Actor auditor = new Actor("P-2", new OrganisationId("post-1"), Role.AUDITOR);
            assertThat(reads.open(auditor, data, "members")).isEmpty();
            List<PersonalDataReads.Read> kept = reads.of(MEMBER, 10);
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).actor()).isEqualTo(recorder);
            assertThat(kept.get(0).at()).isEqualTo(CLOCK.instant());
            assertThat(kept.get(0).purpose()).hasSize(100);
            assertThat(reads.of(OTHER, 10)).isEmpty();
        }
    }

    @Test
    void the_key_file_is_its_owners_and_anything_else_in_it_is_refused() throws IOException {
        Path file = folder.resolve("deep").resolve("kek");
        assertThatThrownBy(() -> KeyEncryptionKeys.read(file)).hasMessageContaining("cannot be read from");
        KeyEncryptionKeys.createIfAbsent(file);
        String key = Files.readString(file);
        KeyEncryptionKeys.createIfAbsent(file);
        assertThat(Files.readString(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Files.writeString(file, "c2hvcnQ=\n");
        assertThatThrownBy(() -> KeyEncryptionKeys.read(file))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ=");
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> KeyEncryptionKeys.read(file)).hasMessageContaining("no key");
    }

    private static NewEvent registered(MemberEvent.Registered event) {
        return new NewEvent(
                "Member",
                MEMBER.value(),
                0,
                UUID.nameUUIDFromBytes("e".getBytes(StandardCharsets.UTF_8)).toString(),
                "member.registered",
                "1",
                EventJson.mapper().writeValueAsString(event),
                Map.of());
    }

    private static PersonalData.Sealed sealedIn(Entry entry) {
        return EventJson.mapper()
                .readValue(entry.payload(), MemberEvent.Registered.class)
                .personalData();
    }
}
