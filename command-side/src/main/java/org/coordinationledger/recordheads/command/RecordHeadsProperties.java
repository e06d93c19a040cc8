package org.coordinationledger.recordheads.command;

import java.time.Duration;
import org.coordinationledger.command.schedule.OneOfAll;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the tree of record heads is recorded. When, says {@code ledger.log.heads.cron} as Spring writes it, at the hours of
 * Viet Nam.
 *
 * @param longestRun how long a run keeps other processes from running; one that takes longer may run beside another
 */
@ConfigurationProperties("ledger.log.heads")
record RecordHeadsProperties(@DefaultValue("30m") Duration longestRun) {

    RecordHeadsProperties {
        OneOfAll.requireLongEnough("ledger.log.heads.longest-run", longestRun);
    }
}
