package org.coordinationledger.service.ledger;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.coordinationledger.ledger.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the store can be reached, read and written. It is asked at most once in two seconds, however often health is:
 * anybody may ask.
 */
final class StoreHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);
    private static final Duration TRUE_FOR = Duration.ofSeconds(2);

    private final MongoDatabase database;
    private final StoreConnection connection;
    private final LedgerStore ledger;
    private final LoadingCache<String, Health> last =
            Caffeine.newBuilder().expireAfterWrite(TRUE_FOR).maximumSize(1).build(key -> ask());

    StoreHealth(MongoDatabase database, StoreConnection connection, LedgerStore ledger) {
        this.database = database;
        this.connection = connection;
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        return last.get("store");
    }

    private Health ask() {
        Health.Builder health = connection.isEmbedded()
                ? Health.up()
                        .withDetail("store", "embedded")
                        .withDetail("remark", "for demonstration or a single user, not a system of record")
                : Health.up().withDetail("store", "mongodb");
        try {
            database.getCollection("health")
                    .replaceOne(
                            Filters.eq("_id", "probe"),
                            new Document("at", new Date()),
                            new ReplaceOptions().upsert(true));
            return health.withDetail("position", ledger.tail()).build();
        } catch (MongoException e) {
            LOG.warn("the store cannot be read and written: {}", e.getMessage());
            return health.down().withDetail("problem", "store-unreachable").build();
        }
    }
}
