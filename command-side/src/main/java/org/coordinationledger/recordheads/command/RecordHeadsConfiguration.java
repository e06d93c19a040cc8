package org.coordinationledger.recordheads.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.service.identity.Administration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The task that records the root of record heads. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(RecordHeadsProperties.class)
public class RecordHeadsConfiguration {

    @Bean
    RecordHeadsRun recordHeadsRun(LedgerStore ledger, Administration administration, Clock ledgerClock) {
        return new RecordHeadsRun(ledger, administration, ledgerClock);
    }

    @Bean
    RecordHeadsSchedule recordHeadsSchedule(
            RecordHeadsRun heads,
            LockingTaskExecutor onceAcrossProcesses,
            Clock ledgerClock,
            RecordHeadsProperties properties,
            MeterRegistry meters) {
        return new RecordHeadsSchedule(heads::run, onceAcrossProcesses, ledgerClock, properties.longestRun(), meters);
    }
}
