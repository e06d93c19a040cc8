package org.coordinationledger.service.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Bounds what the checking of passwords costs: a check that succeeded is remembered for a minute, requests that come
 * with the same password at once share one check, and only so many run at a time. Who waits too long for a turn is
 * turned away with {@link ServiceRejection.Overloaded}.
 *
 * <p>What is remembered is a keyed digest of password and hash, so a changed password takes effect with the users file,
 * and memory holds no password.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_PASSWORD_BYTES = 72;

    private final PasswordEncoder slow;
    private final Semaphore turns;
    private final long longestWaitMillis;
    private final SecretKeySpec digestKey;

    /** Checks that succeeded or are going on; one that failed holds null, and one that got no turn is cancelled. */
    private final AsyncCache<String, Boolean> checks = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .buildAsync();

    BoundedPasswordEncoder(PasswordEncoder slow, int atATime, Duration longestWait) {
        this.slow = slow;
        this.turns = new Semaphore(atATime);
        this.longestWaitMillis = longestWait.toMillis();
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.digestKey = new SecretKeySpec(key, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence rawPassword) {
        return slow.encode(rawPassword);
    }

    @Override
    public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
        if (rawPassword == null
                || encodedPassword == null
                || rawPassword.toString().getBytes(StandardCharsets.UTF_8).length > MOST_PASSWORD_BYTES) {
            return false;
        }
        String digest = digest(rawPassword, encodedPassword);
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> check = checks.get(digest, (key, executor) -> mine);
        if (check == mine) {
            inTurn(rawPassword, encodedPassword, mine);
        }
        return succeeded(check);
    }

    private void inTurn(CharSequence rawPassword, String encodedPassword, CompletableFuture<Boolean> check) {
        try {
            if (turns.tryAcquire(longestWaitMillis, TimeUnit.MILLISECONDS)) {
                try {
                    check.complete(slow.matches(rawPassword, encodedPassword) ? true : null);
                } finally {
                    turns.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            check.cancel(false);
        }
    }

    private boolean succeeded(CompletableFuture<Boolean> check) {
        try {
            return check.get(longestWaitMillis, TimeUnit.MILLISECONDS) != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedException(new ServiceRejection.Overloaded(2));
        } catch (CancellationException | TimeoutException e) {
            throw new RejectedException(new ServiceRejection.Overloaded(2));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String digest(CharSequence rawPassword, String encodedPassword) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(digestKey);
            mac.update(encodedPassword.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(rawPassword.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
