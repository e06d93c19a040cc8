package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.coordinationledger.actor.Role;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import picocli.CommandLine;

class UserCommandTest {

    @TempDir
    private Path folder;

    private UsersFile file;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void a_ledger_has_been_started_once() {
        file = new UsersFile(folder.resolve("users.json"));
    }

    @Test
    void a_new_user_can_log_in_with_the_password_shown() {
        file.createWithAdministrator(new OrganisationId("administration"), 4);

        assertThat(run("thongbinh.records", "P-0007", "post", "RECORDER")).isZero();

        User user = user("thongbinh.records");
        assertThat(user.person()).isEqualTo("P-0007");
        assertThat(user.organisation()).isEqualTo(new OrganisationId("post"));
        assertThat(user.role()).isEqualTo(Role.RECORDER);
        String password = said.toString().replaceFirst("(?s).*password (\\S+) .*", "$1");
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(password, user.passwordHash()))
                .isTrue();
        assertThat(file.read()).extracting(User::username).contains("admin");
    }

    @Test
    void a_user_who_is_there_is_replaced() {
        file.createWithAdministrator(new OrganisationId("administration"), 4);
        run("somebody", "P-1", "post", "RECORDER");
        String before = user("somebody").passwordHash();

        assertThat(run("somebody", "P-1", "post", "APPROVER")).isZero();

        assertThat(user("somebody").role()).isEqualTo(Role.APPROVER);
        assertThat(user("somebody").passwordHash()).isNotEqualTo(before);
    }

    @Test
    void the_command_that_grants_the_mandate_is_shown_to_all_but_the_administration_s_own() {
        file.createWithAdministrator(new OrganisationId("administration"), 4);
        run("second", "P-2", "administration", "ADMINISTRATOR");
        assertThat(said.toString()).doesNotContain("curl");

        run("thongbinh.records", "P-0007", "post", "RECORDER");
        assertThat(said.toString())
                .contains("curl -u admin ")
                .contains("\"person\": \"P-0007\", \"organisation\": \"post\", \"role\": \"RECORDER\"}'")
                .contains("/api/v1/mandates");

        run("inspector", "P-8", "district", "INSPECTOR");
        assertThat(said.toString()).contains("\"lastDay\": \"20").contains("\"scope\": [\"district\"]");
    }

    @Test
    void what_is_no_user_changes_nothing() {
        assertThat(run("somebody", "P-1", "post", "RECORDER")).isNotZero();
        assertThat(file.exists()).isFalse();

        file.createWithAdministrator(new OrganisationId("administration"), 4);
        assertThat(run("some body", "P-1", "post", "RECORDER")).isNotZero();
        assertThat(run("somebody", "P-1", "post", "KING")).isNotZero();
        assertThat(run("somebody", "P-1", "po@st", "RECORDER")).isNotZero();
        assertThat(file.read()).hasSize(1);
    }

    private User user(String name) {
        return file.read().stream()
                .filter(u -> u.username().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int run(String username, String person, String organisation, String role) {
        CommandLine line = Ledger.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(
                "user", username, "--person", person, "--organisation", organisation, "--role", role, "--data",
                folder.toString());
    }
}
