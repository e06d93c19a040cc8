package org.coordinationledger.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTest {

    private final AtomicInteger checks = new AtomicInteger();

    /** Its hash of a password is the password; it counts, and waits where it is told to. */
    private final class Slow implements PasswordEncoder {

        private final CountDownLatch running = new CountDownLatch(1);
        private final CountDownLatch done;

        Slow(int waits) {
            this.done = new CountDownLatch(waits);
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence rawPassword) {
            return String.valueOf(rawPassword);
        }

        @Override
        public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
            checks.incrementAndGet();
            running.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return String.valueOf(rawPassword).equals(encodedPassword);
        }
    }

    @Test
    void a_check_that_succeeded_is_not_made_again_but_for_another_hash() {
        BoundedPasswordEncoder encoder = new BoundedPasswordEncoder(new Slow(0), 1, Duration.ofSeconds(1));
        assertThat(encoder.matches("secret", "secret")).isTrue();
        assertThat(encoder.matches("secret", "secret")).isTrue();
        assertThat(checks).hasValue(1);
        assertThat(encoder.matches("secret", "changed")).isFalse();
        assertThat(encoder.matches("secret", "changed")).isFalse();
        assertThat(checks).hasValue(3);
    }

    @Test
    void requests_with_the_same_password_at_once_share_one_check() throws Exception {
        Slow slow = new Slow(1);
        BoundedPasswordEncoder encoder = new BoundedPasswordEncoder(slow, 2, Duration.ofMinutes(1));
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(clients.submit(() -> encoder.matches("secret", "secret")));
            }
            slow.running.await();
            slow.done.countDown();
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
            assertThat(checks).hasValue(1);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void a_password_longer_than_bcrypt_reads_is_wrong() {
        BoundedPasswordEncoder encoder = new BoundedPasswordEncoder(new Slow(0), 1, Duration.ofSeconds(1));
        String password = "ậ".repeat(25);
        assertThat(encoder.matches(password, password)).isFalse();
        assertThat(checks).hasValue(0);
    }

    @Test
    void who_waits_too_long_for_a_turn_is_turned_away() throws Exception {
        Slow slow = new Slow(1);
        BoundedPasswordEncoder encoder = new BoundedPasswordEncoder(slow, 1, Duration.ofMillis(10));
        ExecutorService first = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> answer = first.submit(() -> encoder.matches("a", "a"));
            slow.running.await();
            assertThatThrownBy(() -> encoder.matches("b", "b"))
                    .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection())
                            .isInstanceOf(ServiceRejection.Overloaded.class));
            slow.done.countDown();
            assertThat(answer.get()).isTrue();
        } finally {
            first.shutdownNow();
        }
    }
}
