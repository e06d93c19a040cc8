package org.coordinationledger.ledger.sealing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;

/** A process that records on a ledger and seals it, round by round as the test says. */
final class SealedLedger implements AutoCloseable {

    static final String ORIGIN = "ledger.example/test";
    static final byte[] SEED = seed(1);

    final LedgerStore store;
    final LogGate gate = new LogGate();
    final Sealer sealer;
    final List<PublishedCheckpoint> published = new ArrayList<>();
    private final MongoClient client;
    private final String database;

    SealedLedger(MongoClient client, String database, Path pin) {
        this(client, database, pin, List.of(), SEED);
    }

    SealedLedger(MongoClient client, String database, Path pin, byte[]... seeds) {
        this(client, database, pin, List.of(), seeds);
    }

    SealedLedger(MongoClient client, String database, Path pin, List<Witness> witnesses, byte[]... seeds) {
        this.client = client;
        this.database = database;
        this.store = LedgerStore.builder(client, database).logId("test").gate(gate).build();
        this.sealer = new Sealer(store, LogKeys.of(ORIGIN, List.of(seeds)), pin, gate, Clock.systemUTC(),
                new Witnesses(store, witnesses, Clock.systemUTC()), published::add);
    }

    static byte[] seed(int filledWith) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) filledWith);
        return seed;
    }

    SealedLedger sealed() {
        sealer.round();
        return this;
    }

    /** Records one commit of events of a stream of its own. */
    SealedLedger record(int entries) {
        String stream = UUID.randomUUID().toString();
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            events.add(new NewEvent("Thing", stream, i, UUID.randomUUID().toString(), "thing.changed", "1",
                    "{\"n\":" + i + "}", Map.of()));
        }
        store.append(events, new ReadSet());
        return this;
    }

    /** Records this many entries in commits as large as they may be. */
    SealedLedger recordMany(int entries) {
        for (int left = entries; left > 0; left -= 64) {
            record(Math.min(64, left));
        }
        return this;
    }

    long size() {
        return sealer.status().sealed();
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase(database).getCollection(name);
    }

    @Override
    public void close() {
        sealer.close();
        store.close();
    }
}
