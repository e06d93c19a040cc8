package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.ledger.TestEvents.events;
import static org.coordinationledger.ledger.TestEvents.requested;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.ledger.testing.LedgerAudit;
import org.coordinationledger.ledger.testing.LedgerAudit.Append;
import org.coordinationledger.ledger.testing.LedgerAudit.Told;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An audit that cannot fail proves nothing: each fault that it looks for is made by hand. */
class LedgerAuditTest {

    private TestDatabase database;
    private MongoCollection<Document> ledger;
    private Commit last;

    /** Entries 0 and 1 of stream a, entry 2 of b with a request, entry 3 of a. */
    @BeforeEach
    void record() {
        database = MongoServers.embedded().freshDatabase();
        try (LedgerStore store = LedgerStore.builder(database.client(), database.name()).build()) {
            store.append(events("a", 0, 2), new ReadSet());
            last = store.append(requested("b", 0, "writer", "key", "digest"), new ReadSet());
            store.append(events("a", 2, 1), new ReadSet());
        }
        ledger = database.client().getDatabase(database.name()).getCollection("ledger");
        ledger.dropIndexes();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LedgerAudit audit() {
        return LedgerAudit.of(database.client().getDatabase(database.name()));
    }

    @Test
    void a_ledger_as_it_was_recorded_has_no_fault() {
        LedgerAudit audit = audit().compare(List.of(
                told("writer/key", eventId(), Told.ACKNOWLEDGED, 2),
                told("writer/other", "other", Told.REFUSED, -1),
                told("writer/open", "open", Told.NOTHING, -1)));

        assertThat(audit.faults()).isEmpty();
        assertThat(audit.commits()).isEqualTo(3);
        assertThat(audit.entries()).isEqualTo(4);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("a commit removed", change(2, commit -> null), "nothing stands at 2 to 2"),
                arguments("a commit removed at the beginning", change(0, commit -> null), "nothing stands at 0 to 1"),
                arguments("a commit within another's range", change(2, commit -> with(commit, "_id", 1L)),
                        "the commit at 1 begins inside of the one before, which ends before 2"),
                arguments("a commit twice", copy(2, 4), "request writer/key is recorded at 2 and at 4"),
                arguments("an entry dropped", change(0, commit ->
                                with(commit, "entries", commit.getList("entries", String.class).subList(0, 1))),
                        "the commit at 0 has 2 stream keys and 1 entries"),
                arguments("a commit without entries", change(3, commit ->
                                with(with(commit, "entries", List.of()), "streams", List.of())),
                        "the commit at 3 has 0 stream keys and 0 entries"),
                arguments("another stream key", change(2, commit -> with(commit, "streams", List.of("b@0000000001"))),
                        "at 2, stream key is b@0000000001 and should be b@0000000000"),
                arguments("an earlier time", change(3, commit -> with(commit, "recordedAt", new Date(0))),
                        "the commit at 3 is recorded before its predecessor"),
                arguments("another request", change(2, commit -> with(commit, "request", "writer/other")),
                        "at 2, request is writer/other and should be writer/key"),
                arguments("another prev", text(3, "\"prev\":1", "\"prev\":0"), "at 3, prev is 0 and should be 1"),
                arguments("no prev", text(3, "\"prev\":1", "\"prev\":null"), "at 3, prev is null and should be 1"),
                arguments("a sequence left out", text(3, "\"sequence\":2", "\"sequence\":3"),
                        "at 3, sequence in stream a is 3 and should be 2"),
                arguments("a sequence twice", text(3, "\"sequence\":2", "\"sequence\":1"),
                        "at 3, sequence in stream a is 1 and should be 2"),
                arguments("another position", text(3, "\"position\":3", "\"position\":7"), "at 3, position is 7 and should be 3"),
                arguments("another first", text(3, "\"first\":3", "\"first\":2"), "at 3, first is 2 and should be 3"),
                arguments("another count", text(3, "\"count\":1", "\"count\":2"), "at 3, count is 2 and should be 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void each_fault_is_found(String name, Consumer<MongoCollection<Document>> breaking, String fault) {
        breaking.accept(ledger);

        assertThat(audit().faults()).contains(fault);
    }

    static Stream<Arguments> untrue() {
        return Stream.of(
                arguments(Told.ACKNOWLEDGED, 3L, true, "was acknowledged at 3 but stands at [2]"),
                arguments(Told.ACKNOWLEDGED, 2L, false, "was acknowledged at 2 but stands at []"),
                arguments(Told.REFUSED, -1L, true, "was refused but stands at [2]"));
    }

    @ParameterizedTest
    @MethodSource("untrue")
    void what_callers_were_told_and_is_not_so_is_found(Told told, long position, boolean recorded, String fault) {
        Append append = told("writer/key", recorded ? eventId() : "lost", told, position);

        assertThat(audit().compare(List.of(append)).faults()).anyMatch(found -> found.endsWith(fault));
    }

    @Test
    void what_callers_were_not_told_and_is_recorded_twice_is_found() {
        copy(2, 4).accept(ledger);
        Append open = told("writer/key", eventId(), Told.NOTHING, -1);

        assertThat(audit().compare(List.of(open)).faults()).contains(eventId() + " stands more than once: [2, 4]");
    }

    @Test
    void what_callers_were_not_told_and_cannot_be_found_by_its_request_is_found() {
        Append open = told("writer/unknown", eventId(), Told.NOTHING, -1);

        assertThat(audit().compare(List.of(open)).faults())
                .containsExactly(eventId() + " stands at [2] but its request writer/unknown at null");
    }

    private String eventId() {
        return last.entries().get(0).eventId();
    }

    private static Append told(String request, String eventId, Told told, long position) {
        return new Append(request, eventId, told, position);
    }

    private static Document with(Document commit, String field, Object value) {
        return new Document(commit).append(field, value);
    }

    private static Consumer<MongoCollection<Document>> text(long first, String from, String to) {
        return change(first, commit -> with(commit, "entries",
                commit.getList("entries", String.class).stream().map(entry -> {
                    assertThat(entry).contains(from);
                    return entry.replace(from, to);
                }).toList()));
    }

    private static Consumer<MongoCollection<Document>> copy(long first, long to) {
        return ledger -> ledger.insertOne(with(ledger.find(Filters.eq("_id", first)).first(), "_id", to));
    }

    /** Replaces a commit by another, or removes it. */
    private static Consumer<MongoCollection<Document>> change(long first, UnaryOperator<Document> change) {
        return ledger -> {
            Document changed = change.apply(ledger.findOneAndDelete(Filters.eq("_id", first)));
            if (changed != null) {
                ledger.insertOne(changed);
            }
        };
    }
}
