package org.coordinationledger.service.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * The users of the users file. A changed file takes effect within a second or so; one that cannot be read is logged, and
 * the users stay as they were.
 */
public final class UserDirectory implements UserDetailsService, ActorProvider {

    private static final Logger LOG = LoggerFactory.getLogger(UserDirectory.class);
    private static final long CHECK_EVERY_NANOS = 1_000_000_000L;

    private final UsersFile file;
    private final LongSupplier nanoTime;
    private final ReentrantLock reloading = new ReentrantLock();
    private final AtomicReference<UsersFile.@Nullable FirstLogin> firstLogin = new AtomicReference<>();
    private volatile Loaded loaded;

    /** What the file held when it looked like {@code mark}. */
    private record Loaded(Mark mark, Map<String, User> users, long checkedAtNanos) {}

    private record Mark(FileTime modified, long size) {}

    /**
     * Reads the file; where there is none, creates it with one administrator (see {@link #takeFirstLogin}).
     *
     * @throws IllegalStateException if the file is there and is not a users file
     */
    UserDirectory(UsersFile file, OrganisationId administration, int strength, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
        if (!file.exists()) {
            firstLogin.set(file.createWithAdministrator(administration, strength));
        }
        this.loaded = load(mark());
    }

    /**
     * The login of the administrator that was created at start, if one was: the first caller gets it, and shows it to
     * whoever started the service.
     */
    public Optional<UsersFile.FirstLogin> takeFirstLogin() {
        return Optional.ofNullable(firstLogin.getAndSet(null));
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        User user = current().get(username);
        if (user == null) {
            throw new UsernameNotFoundException("no such user");
        }
        return new Login(user);
    }

    @Override
    public Optional<Actor> actorOf(Authentication authentication) {
        return authentication.getPrincipal() instanceof Login login
                ? Optional.of(login.user().actor())
                : Optional.empty();
    }

    private Map<String, User> current() {
        Loaded known = loaded;
        if (nanoTime.getAsLong() - known.checkedAtNanos() < CHECK_EVERY_NANOS || !reloading.tryLock()) {
            return known.users();
        }
        try {
            Mark mark = mark();
            loaded = mark.equals(known.mark())
                    ? new Loaded(mark, known.users(), nanoTime.getAsLong())
                    : load(mark);
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.error("the users file cannot be read, so users stay as they were: {}", e.getMessage());
            loaded = new Loaded(known.mark(), known.users(), nanoTime.getAsLong());
        } finally {
            reloading.unlock();
        }
        return loaded.users();
    }

    private Loaded load(Mark mark) {
        List<User> users = file.read();
        LOG.info("{} users in {}", users.size(), file.path());
        return new Loaded(
                mark,
                users.stream().collect(Collectors.toUnmodifiableMap(User::username, Function.identity())),
                nanoTime.getAsLong());
    }

    private Mark mark() {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return new Mark(now.lastModifiedTime(), now.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
