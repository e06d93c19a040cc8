package org.coordinationledger.service.verification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How everything is verified in the background.
 *
 * @param entriesPerSecond about how many entries are read each second, 100 to 1,000,000
 */
@ConfigurationProperties("ledger.log.verification")
public record VerificationSettings(@DefaultValue("20000") int entriesPerSecond) {

    public VerificationSettings {
        if (entriesPerSecond < 100 || entriesPerSecond > 1_000_000) {
            throw new IllegalArgumentException("ledger.log.verification.entries-per-second is 100 to 1,000,000");
        }
    }
}
