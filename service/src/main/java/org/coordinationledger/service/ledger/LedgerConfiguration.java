package org.coordinationledger.service.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.coordinationledger.ledger.AppendGate;
import org.coordinationledger.ledger.LedgerStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The store and the ledger in it. Views live in the same database, in collections of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class LedgerConfiguration {

    private static final int MOST_WAITING = 4_096;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** As long as an election takes, and then some; who waits longer is told that the outcome is unknown. */
    private static final Duration LONGEST_UNKNOWN = Duration.ofSeconds(10);

    @Bean
    StoreConnection storeConnection(LedgerProperties properties) {
        String uri = properties.mongodbUri();
        return uri == null || uri.isBlank()
                ? StoreConnection.embedded(properties.dataDir(), properties.database())
                : StoreConnection.to(uri, properties.database());
    }

    @Bean
    MongoClient mongoClient(StoreConnection connection) {
        return connection.open();
    }

    /** For views and tokens; the ledger itself writes as it must. */
    @Bean
    MongoDatabase ledgerDatabase(MongoClient client, StoreConnection connection, LedgerStore ledger) {
        return client.getDatabase(connection.database())
                .withWriteConcern(ledger.dialect().derivedWrites());
    }

    @Bean
    MongoDatabaseFactory mongoDatabaseFactory(MongoClient client, StoreConnection connection) {
        return new SimpleMongoClientDatabaseFactory(client, connection.database());
    }

    /** What recorded times come from; another {@link Clock} bean takes its place. */
    @Bean
    @Fallback
    Clock ledgerClock() {
        return Clock.systemUTC();
    }

    @Bean
    LedgerStore ledgerStore(
            MongoClient client,
            StoreConnection connection,
            Clock clock,
            MeterRegistry meters,
            ObjectProvider<AppendGate> gate) {
        return LedgerStore.builder(client, connection.database())
                .clock(clock)
                .queue(MOST_WAITING, LONGEST_WAIT)
                .longestUnknown(LONGEST_UNKNOWN)
                .observer(new LedgerMeters(meters))
                .gate(gate.getIfAvailable(() -> AppendGate.OPEN))
                .build();
    }

    @Bean("store")
    StoreHealth storeHealth(MongoDatabase database, StoreConnection connection, LedgerStore ledger) {
        return new StoreHealth(database, connection, ledger);
    }
}
