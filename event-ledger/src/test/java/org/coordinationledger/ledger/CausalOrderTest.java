package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.ledger.TestEvents.events;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store sends to a replica set: every read of the ledger begins where the store already was. */
class CausalOrderTest {

    private static final int COMMITS = 12;

    static List<TestServer> replicaSets() {
        return MongoServers.realMongo().stream().toList();
    }

    /** Writes down the times at which reads begin, and those that the store was told before. */
    private static final class Wire implements CommandListener {

        /** A read or write of the ledger: what it began at, and the greatest time that was told before it began. */
        record Sent(String command, boolean inSession, BsonTimestamp from, BsonTimestamp toldBefore) {
        }

        private static final Set<String> COMMANDS = Set.of("find", "aggregate", "count", "distinct", "insert", "update");
        private static final BsonDocument BARRIER = BsonDocument.parse("{_id: 'barrier'}");
        private static final BsonTimestamp NEVER = new BsonTimestamp(0);

        private final List<Sent> sent = new ArrayList<>();
        private final Map<Integer, String> underWay = new HashMap<>();
        private BsonTimestamp told = NEVER;

        @Override
        public synchronized void commandStarted(CommandStartedEvent event) {
            String name = event.getCommandName();
            BsonDocument command = event.getCommand();
            if (COMMANDS.contains(name)) {
                String collection = command.getString(name).getValue();
                boolean barrier = collection.equals("ledgerinfo") && command.containsKey("updates")
                        && command.getArray("updates").get(0).asDocument().getDocument("q").equals(BARRIER);
                if (collection.equals("ledger") || barrier) {
                    BsonDocument concern = command.getDocument("readConcern", new BsonDocument());
                    sent.add(new Sent(barrier ? "barrier" : name, command.containsKey("lsid"),
                            concern.getTimestamp("afterClusterTime", NEVER), told));
                    underWay.put(event.getRequestId(), name);
                }
            }
        }

        @Override
        public synchronized void commandSucceeded(CommandSucceededEvent event) {
            if (underWay.remove(event.getRequestId()) != null) {
                BsonTimestamp time = event.getResponse().getTimestamp("operationTime");
                told = time.compareTo(told) > 0 ? time : told;
            }
        }

        synchronized BsonTimestamp told() {
            return told;
        }

        synchronized List<Sent> since(int from) {
            return List.copyOf(sent.subList(from, sent.size()));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("replicaSets")
    void every_read_begins_where_the_store_already_was(TestServer server) {
        Wire wire = new Wire();
        try (TestDatabase database = server.freshDatabase();
                MongoClient client = client(server, wire);
                LedgerStore store = LedgerStore.builder(client, database.name()).build();
                LedgerStore other = LedgerStore.builder(database.client(), database.name()).build()) {
            int opened = wire.since(0).size();
            for (int i = 0; i < COMMITS; i++) {
                store.append(events("own", 50L * i, 50), new ReadSet());
                other.append(events("other", i, 1), new ReadSet());
            }
            store.append(events("after", 0, 1), new ReadSet());
            store.tail();
            store.entriesFrom(7, 500);
            store.entriesOf("own", 3, 500);
            store.lastSequenceOf("own");
            store.positionAt(Instant.now());
            store.commitByRequest("nobody", "nothing");
            store.catchUp();
            store.mark(store.tail());

            List<Wire.Sent> sent = wire.since(opened);
            assertThat(sent).extracting(Wire.Sent::command).contains("find", "insert", "barrier");
            assertThat(sent).allMatch(Wire.Sent::inSession);
            assertThat(sent).filteredOn(each -> each.command().equals("find")).hasSizeGreaterThan(10)
                    .allSatisfy(each -> assertThat(each.toldBefore()).isGreaterThan(Wire.NEVER))
                    .allSatisfy(each -> assertThat(each.from()).isEqualTo(each.toldBefore()));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("replicaSets")
    void what_a_duplicate_key_was_met_in_is_seen_by_the_next_read(TestServer server) {
        Wire wire = new Wire();
        try (TestDatabase database = server.freshDatabase(); MongoClient client = client(server, wire)) {
            MongoCollection<Document> plain = database.client().getDatabase(database.name()).getCollection("ledger");
            MongoCollection<Document> ledger = client.getDatabase(database.name()).getCollection("ledger");
            CausalOrder order = CausalOrder.of(client, ServerDialect.REPLICA_SET);
            order.insert(ledger, List.of(new Document("_id", 0L)));
            BsonTimestamp before = wire.told();
            plain.insertOne(new Document("_id", 1L));

            assertThatThrownBy(() -> order.insert(ledger, List.of(new Document("_id", 1L))))
                    .isInstanceOf(MongoBulkWriteException.class);
            order.find(ledger, new Document(), found -> found.into(new ArrayList<>()));

            assertThat(wire.since(2)).singleElement().satisfies(
                    read -> assertThat(read.from()).isGreaterThan(before).isEqualTo(read.toldBefore()));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("replicaSets")
    void threads_share_what_was_seen(TestServer server) throws Exception {
        Wire wire = new Wire();
        try (TestDatabase database = server.freshDatabase();
                MongoClient client = client(server, wire);
                LedgerStore store = LedgerStore.builder(client, database.name()).build();
                Writers writers = new Writers()) {
            List<Future<String>> all = IntStream.range(0, 8).mapToObj(i -> writers.start(() -> {
                for (int sequence = 0; sequence < 20; sequence++) {
                    Commit commit = store.append(events("stream" + i, sequence, 1), new ReadSet());
                    assertThat(store.tail()).isGreaterThanOrEqualTo(commit.last());
                }
                return "done";
            })).toList();
            assertThat(Writers.outcomes(all)).containsOnly("done");
            int before = wire.since(0).size();
            store.tail();

            assertThat(wire.since(before)).singleElement().satisfies(each ->
                    assertThat(each.from()).isEqualTo(each.toldBefore()));
        }
    }

    private static MongoClient client(TestServer server, Wire wire) {
        return MongoClients.create(LedgerClient.settings(new ConnectionString(server.connectionString()))
                .addCommandListener(wire).build());
    }
}
