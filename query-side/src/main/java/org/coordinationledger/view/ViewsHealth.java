package org.coordinationledger.view;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.MongoException;
import java.time.Duration;
import org.coordinationledger.view.projection.ViewStatus;
import org.coordinationledger.view.projection.Views;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the views have caught up with the ledger since this process started. Asked at most once in a second. */
final class ViewsHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ViewsHealth.class);

    private final Views views;
    private final LoadingCache<String, Health> last = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(1)
            .build(key -> ask());

    ViewsHealth(Views views) {
        this.views = views;
    }

    @Override
    public Health health() {
        return last.get("views");
    }

    private Health ask() {
        try {
            ViewStatus status = views.status();
            Health.Builder health = status.caughtUp() ? Health.up() : Health.outOfService();
            health.withDetail("position", status.position()).withDetail("lag", status.lag());
            if (status.error() != null) {
                health.withDetail("problem", "views-not-carried-on");
            }
            return health.build();
        } catch (MongoException e) {
            LOG.warn("how the views stand cannot be read: {}", e.getMessage());
            return Health.down().withDetail("problem", "store-unreachable").build();
        }
    }
}
