package org.coordinationledger.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.coordinationledger.actor.Role;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UsersFileTest {

    private static final OrganisationId POST = new OrganisationId("post-1");

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private UsersFile file;

    @BeforeEach
    void inAFreshFolder() {
        file = new UsersFile(folder.resolve("data").resolve("users.json"));
    }

    private static User user(String name) {
        return new User(name, UsersFile.hash("secret of " + name, 4), "P-" + name, POST, Role.RECORDER);
    }

    private UserDirectory directory() {
        return new UserDirectory(file, new OrganisationId("administration"), 4, nanos::get);
    }

    private void write(int version, User... users) throws IOException {
        file.write(List.of(users));
        Files.setLastModifiedTime(file.path(), FileTime.from(Instant.ofEpochSecond(1_000_000 + version)));
    }

    @Test
    void users_are_read_as_they_were_written_and_only_by_the_owner() throws IOException {
        List<User> users = List.of(user("lan"), user("minh"));
        file.write(users);
        file.write(users);
        assertThat(file.read()).isEqualTo(users);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(Files.list(file.path().getParent())).hasSize(1);
    }

    @Test
    void a_file_that_holds_anything_else_is_refused_without_repeating_it() throws IOException {
        assertThatThrownBy(() -> file.write(List.of(user("lan"), user("lan")))).hasMessageContaining("lan");
        file.write(List.of(user("lan")));
        Files.writeString(file.path(), Files.readString(file.path()).replace("{bcrypt}", "{noop}"));
        assertThatThrownBy(file::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("passwordHash of lan")
                .hasMessageNotContaining("{noop}");
    }

    @Test
    void where_there_is_no_file_one_administrator_is_made_and_the_login_given_once() {
        UserDirectory directory = directory();
        UsersFile.FirstLogin login = directory.takeFirstLogin().orElseThrow();
        assertThat(directory.takeFirstLogin()).isEmpty();
        assertThat(login.toString()).doesNotContain(login.password());
        User administrator = file.read().get(0);
        assertThat(administrator.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(administrator.passwordHash()).startsWith("{bcrypt}$2a$04$");
        assertThat(new BCryptPasswordEncoder()
                        .matches(login.password(), administrator.passwordHash().substring("{bcrypt}".length())))
                .isTrue();
        assertThat(directory().takeFirstLogin()).isEmpty();
    }

    @Test
    void a_changed_file_takes_effect_after_a_second_and_not_before() throws IOException {
        write(1, user("lan"));
        UserDirectory directory = directory();
        write(2, user("minh"));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        assertThat(directory.loadUserByUsername("lan").getUsername()).isEqualTo("lan");
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(2));
        assertThat(directory.loadUserByUsername("minh").getUsername()).isEqualTo("minh");
        assertThatThrownBy(() -> directory.loadUserByUsername("lan")).isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void a_broken_file_leaves_the_users_as_they_were() throws IOException {
        write(1, user("lan"));
        UserDirectory directory = directory();
        Files.writeString(file.path(), "[{");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(directory.loadUserByUsername("lan").getUsername()).isEqualTo("lan");
        Files.delete(file.path());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(directory.loadUserByUsername("lan").getUsername()).isEqualTo("lan");
        write(3, user("minh"));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(directory.loadUserByUsername("minh").getUsername()).isEqualTo("minh");
    }

    @Test
    void a_user_never_shows_the_hash() {
        assertThat(user("lan").toString()).doesNotContain("bcrypt");
        assertThatThrownBy(() -> new User("lan", "plain", "P-1", POST, Role.RECORDER))
                .hasMessageNotContaining("plain");
    }
}
