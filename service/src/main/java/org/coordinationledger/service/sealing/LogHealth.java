package org.coordinationledger.service.sealing;

import java.util.function.Supplier;
import org.coordinationledger.ledger.sealing.SealingStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the ledger is the one that was signed, as far as this process has checked. Asks nobody. */
final class LogHealth implements HealthIndicator {

    private final Supplier<SealingStatus> status;

    LogHealth(Supplier<SealingStatus> status) {
        this.status = status;
    }

    @Override
    public Health health() {
        SealingStatus now = status.get();
        Health.Builder health = now.problem() == null ? Health.up() : Health.down();
        health.withDetail("sealed", now.sealed());
        if (now.problem() != null) {
            health.withDetail("problem", now.broken() ? "not-the-ledger-that-was-signed" : "pin-out-of-reach");
        }
        return health.build();
    }
}
