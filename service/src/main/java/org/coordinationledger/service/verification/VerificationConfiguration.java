package org.coordinationledger.service.verification;

import java.time.Clock;
import org.coordinationledger.ledger.LedgerStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What both sides share to verify what each owns. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(VerificationSettings.class)
public class VerificationConfiguration {

    @Bean
    VerificationRequests verificationRequests(LedgerStore ledger) {
        return new VerificationRequests(ledger, Clock.systemUTC());
    }

    @Bean
    VerificationSchedule verificationSchedule(ObjectProvider<VerificationRuns> runs, VerificationRequests requests) {
        return new VerificationSchedule(runs.stream().toList(), requests);
    }
}
