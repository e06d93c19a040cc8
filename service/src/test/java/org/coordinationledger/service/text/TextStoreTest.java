package org.coordinationledger.service.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextStoreTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T17:30:00Z"), ZoneOffset.UTC);
    private static final byte[] RULES = utf8("Điều 1. Nguyên tắc\r\n\tĐiều 2. Nội dung phối hợp\n");

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MongoDatabase in(TestDatabase database) {
        return database.client().getDatabase(database.name());
    }

    private static TextStore store(TestDatabase database) {
        return new MongoTextStore(in(database), CLOCK);
    }

    private static Rejection refusal(TextStore texts, byte[] utf8) {
        return catchThrowableOfType(RejectedException.class, () -> texts.store(utf8)).rejection();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_text_is_stored_under_the_digest_of_its_bytes_and_read_back_byte_for_byte(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            TextStore.Stored stored = store(database).store(RULES);

            assertThat(stored.repeated()).isFalse();
            assertThat(stored.bytes()).isEqualTo(RULES.length);
            assertThat(store(database).find(stored.digest())).hasValueSatisfying(b -> assertThat(b).isEqualTo(RULES));
            assertThat(store(database).holds(stored.digest())).isTrue();
            assertThat(store(database).size(stored.digest())).hasValue(RULES.length);
            assertThat(store(database).store(utf8("abc")).digest())
                    .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void storing_a_text_again_changes_nothing(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            TextStore.Stored first = store(database).store(RULES);
            Clock later = Clock.offset(CLOCK, Duration.ofDays(1));

            assertThat(new MongoTextStore(in(database), later).store(RULES))
                    .isEqualTo(new TextStore.Stored(first.digest(), first.bytes(), true));
            List<Document> kept = in(database).getCollection("texts").find().into(new ArrayList<>());
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).getDate("storedAt")).isEqualTo(Date.from(CLOCK.instant()));
            assertThat(kept.get(0).getInteger("size")).isEqualTo(RULES.length);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void one_of_those_who_store_a_text_at_once_is_the_first(TestServer server) throws Exception {
        try (TestDatabase database = server.freshDatabase()) {
            ExecutorService many = Executors.newFixedThreadPool(8);
            try {
                TextStore texts = store(database);
                List<Callable<TextStore.Stored>> storing = new ArrayList<>();
                for (int n = 0; n < 32; n++) {
                    storing.add(() -> texts.store(RULES));
                }
                int first = 0;
                for (Future<TextStore.Stored> stored : many.invokeAll(storing)) {
                    first += stored.get().repeated() ? 0 : 1;
                }
                assertThat(first).isEqualTo(1);
            } finally {
                many.shutdownNow();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_text_is_as_long_as_allowed_and_no_longer(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            TextStore texts = store(database);
            byte[] longest = utf8("đ".repeat(TextStore.MOST_BYTES / 2));

            assertThat(texts.find(texts.store(longest).digest()))
                    .hasValueSatisfying(b -> assertThat(b).isEqualTo(longest));
            assertThat(refusal(texts, utf8("đ".repeat(TextStore.MOST_BYTES / 2) + "d")))
                    .isEqualTo(new ServiceRejection.BodyTooLarge(TextStore.MOST_BYTES));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_text_that_is_not_clean_is_not_stored(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            TextStore texts = store(database);
            String decomposed = Normalizer.normalize("Điều", Normalizer.Form.NFD);

            assertThat(refusal(texts, new byte[0])).isEqualTo(new ValueRejection.Blank(""));
            assertThat(refusal(texts, utf8(" \n\t"))).isEqualTo(new ValueRejection.Blank(""));
            assertThat(refusal(texts, utf8(decomposed))).isEqualTo(new ValueRejection.NotNormalized(decomposed));
            assertThat(refusal(texts, utf8("a\u0000b"))).isEqualTo(new ValueRejection.ForbiddenCharacter("U+0000"));
            assertThat(refusal(texts, utf8("\uFEFFĐiều"))).isEqualTo(new ValueRejection.ForbiddenCharacter("U+FEFF"));
            assertThat(refusal(texts, new byte[] {'a', (byte) 0xC3})).isEqualTo(new ServiceRejection.NotUtf8());
            assertThat(in(database).getCollection("texts").countDocuments()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_not_stored_is_not_found_and_what_was_changed_is_not_shown(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            TextStore texts = store(database);
            TextDigest unknown = new TextDigest("0".repeat(64));
            assertThat(texts.holds(unknown)).isFalse();
            assertThat(texts.find(unknown)).isEmpty();
            assertThat(texts.size(unknown)).isEmpty();

            TextDigest digest = texts.store(RULES).digest();
            in(database).getCollection("texts")
                    .updateOne(Filters.eq("_id", digest.value()), Updates.set("text", "Điều 1. Khác"));
            assertThatThrownBy(() -> texts.find(digest)).isInstanceOf(IllegalStateException.class);
        }
    }
}
