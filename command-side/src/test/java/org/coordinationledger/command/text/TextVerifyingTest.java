package org.coordinationledger.command.text;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextVerifyingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final byte[] NAMED = utf8("Báo cáo tình hình quý I");
    private static final byte[] CORRECTED = utf8("Báo cáo tình hình quý I, sửa");
    private static final byte[] UNNAMED = utf8("Dự thảo chưa ai nêu");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private static String id(byte[] text) {
        return TextDigest.of(text).value();
    }

    static Stream<Arguments> tamperings() {
        return MongoServers.stores().flatMap(server -> Stream.of(
                tampering(server, "a named text that is gone", texts(texts -> texts.deleteOne(eq("_id", id(NAMED)))),
                        3, "the text " + id(NAMED) + ", which the event there names, is not stored"),
                tampering(server, "a text that only a correction names and that is gone",
                        texts(texts -> texts.deleteOne(eq("_id", id(CORRECTED)))), 5, "is not stored"),
                tampering(server, "another text under a named digest",
                        texts(texts -> texts.updateOne(eq("_id", id(NAMED)), set("text", "Báo cáo khác"))),
                        3, "is another text"),
                tampering(server, "a text that is empty now", texts(texts -> texts.updateOne(eq("_id", id(NAMED)), unset("text"))),
                        3, "is another text"),
                tampering(server, "another size", texts(texts -> texts.updateOne(eq("_id", id(NAMED)), set("size", 7))),
                        3, "is stored with a size of 7 bytes"),
                tampering(server, "another text under a digest that nobody named",
                        texts(texts -> texts.updateOne(eq("_id", id(UNNAMED)), set("text", "Dự thảo khác"))),
                        9, "which no entry up to there names, is another text"),
                tampering(server, "an entry that is gone", database -> entry(database, 4).deleteOne(eq("_id", 4L)),
                        4, "no entry stands here"),
                tampering(server, "the last entry that is gone", database -> entry(database, 9).deleteOne(eq("_id", 9L)),
                        9, "no entry stands here"),
                tampering(server, "an entry that is none any more",
                        database -> entry(database, 5).updateOne(eq("_id", 5L), set("entries", List.of("{}"))),
                        5, "the entry cannot be read")));
    }

    private static Consumer<MongoDatabase> texts(Consumer<MongoCollection<Document>> how) {
        return database -> how.accept(database.getCollection("texts"));
    }

    /** The commit at a position MUST be there to be tampered with. */
    private static MongoCollection<Document> entry(MongoDatabase database, long position) {
        MongoCollection<Document> ledger = database.getCollection("ledger");
        assertThat(ledger.find(eq("_id", position)).first()).isNotNull().containsKey("entries");
        return ledger;
    }

    private static Arguments tampering(
            TestServer server, String what, Consumer<MongoDatabase> how, long position, String reason) {
        return Arguments.of(server, what, how, position, reason);
    }

    /** Entries that name no text around one that does and a correction that does. */
    private static void record(LedgerStore ledger, TextStore texts) {
        Stream.of(NAMED, CORRECTED, UNNAMED).forEach(texts::store);
        for (int position = 0; position < 10; position++) {
            Object event = switch (position) {
                case 3 -> new BriefingEvent.Revised(DAY, 2, TextDigest.of(NAMED));
                case 5 -> new Amendment.Corrected(
                        DAY, 0, new BriefingEvent.Revised(DAY, 2, TextDigest.of(CORRECTED)), "1", new Reason("sửa lỗi chính tả"),
                        List.of());
                default -> new Amendment.Voided(DAY, 0, new Reason("ghi nhầm hồ sơ"), List.of());
            };
            ledger.append(
                    List.of(new NewEvent(
                            "Briefing", "briefing-1", position, UUID.randomUUID().toString(), Catalogue.nameOf(event), "1",
                            EventJson.mapper().writeValueAsString(event), Map.of())),
                    new ReadSet());
        }
    }

    private static Optional<LedgerFault> verified(TextVerifying verifying, int things) {
        int steps = 0;
        while (verifying.step(things)) {
            assertThat(steps++).isLessThan(1_000);
        }
        return verifying.fault();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tamperings")
    void texts_that_somebody_changed_are_named_with_the_place(
            TestServer server, String what, Consumer<MongoDatabase> how, long position, String reason) {
        try (TestDatabase database = server.freshDatabase();
                LedgerStore ledger = LedgerStore.builder(database.client(), database.name()).build()) {
            MongoDatabase mongo = database.client().getDatabase(database.name());
            TextStore texts = TextStore.in(mongo);
            record(ledger, texts);
            for (int things : List.of(1, 3, 1_000)) {
                TextVerifying sound = new TextVerifying(ledger, texts);
                assertThat(verified(sound, things)).isEmpty();
                assertThat(sound.verified()).isEqualTo(13).isEqualTo(sound.size());
            }

            TextVerifying verifying = new TextVerifying(ledger, texts);
            how.accept(mongo);

            LedgerFault fault = verified(verifying, 4).orElseThrow();
            assertThat(fault.position()).isEqualTo(position);
            assertThat(fault.reason()).contains(reason);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nothing_recorded_and_nothing_stored_is_sound(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                LedgerStore ledger = LedgerStore.builder(database.client(), database.name()).build()) {
            TextStore texts = TextStore.in(database.client().getDatabase(database.name()));

            assertThat(verified(new TextVerifying(ledger, texts), 100)).isEmpty();
        }
    }
}
