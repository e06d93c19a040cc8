package org.coordinationledger.service.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.service.PrivateFile;
import org.coordinationledger.vocabulary.OrganisationId;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that users are kept in until they come from elsewhere: a JSON array of {@link User}, at most
 * {@value #MOST_USERS}, readable by its owner only.
 */
public final class UsersFile {

    public static final int MOST_USERS = 10_000;

    /** The strength of bcrypt where nothing asks for another; each step doubles the work. */
    public static final int DEFAULT_STRENGTH = 10;

    private static final JsonMapper JSON =
            EventJson.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path path;

    public UsersFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The users in the file.
     *
     * @throws IllegalStateException if it is not such a file, or two users have one name; the message repeats no hash
     */
    public List<User> read() {
        List<User> users;
        try {
            users = List.of(JSON.readValue(Files.readAllBytes(path), User[].class));
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    path + " is not a list of users: at " + e.getPathReference() + ", " + causeOf(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        check(users);
        return users;
    }

    /** Puts these users in the place of all that are there; whoever reads meanwhile sees the old ones or the new. */
    public void write(List<User> users) {
        check(users);
        try {
            Path fresh = PrivateFile.createBeside(path, JSON.writeValueAsBytes(users));
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Creates the file with one administrator.
     *
     * @param organisation the administrator acts for it
     * @return the only copy of the password in clear: show it once, never log it
     * @throws UncheckedIOException if the file is already there
     */
    public FirstLogin createWithAdministrator(OrganisationId organisation, int strength) {
        String password = newPassword();
        User administrator = new User("admin", hash(password, strength), "admin", organisation, Role.ADMINISTRATOR);
        try {
            PrivateFile.create(path, JSON.writeValueAsBytes(List.of(administrator)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FirstLogin(administrator.username(), password);
    }

    /** A random password of 20 characters. */
    public static String newPassword() {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * A password as the file keeps it.
     *
     * @param strength of bcrypt, 4 to 31
     * @throws IllegalArgumentException if the password is longer than 72 bytes
     */
    public static String hash(String password, int strength) {
        return "{bcrypt}" + new BCryptPasswordEncoder(strength).encode(password);
    }

    private static void check(List<User> users) {
        if (users.size() > MOST_USERS) {
            throw new IllegalStateException("more than " + MOST_USERS + " users");
        }
        Set<String> names = new HashSet<>();
        users.forEach(user -> {
            if (!names.add(user.username())) {
                throw new IllegalStateException("two users are called " + user.username());
            }
        });
    }

    private static String causeOf(JacksonException e) {
        return e.getCause() instanceof IllegalArgumentException invalid
                ? invalid.getMessage()
                : e.getClass().getSimpleName();
    }

    /** A login to show once. Its {@code toString} shows no password. */
    public record FirstLogin(String username, String password) {
        @Override
        public String toString() {
            return "FirstLogin[" + username + "]";
        }
    }
}
