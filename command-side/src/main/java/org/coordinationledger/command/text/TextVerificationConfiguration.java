package org.coordinationledger.command.text;

import java.time.Clock;
import java.util.Optional;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.service.verification.VerificationConfiguration;
import org.coordinationledger.service.verification.VerificationMeters;
import org.coordinationledger.service.verification.VerificationRuns;
import org.coordinationledger.service.verification.VerificationSettings;
import org.coordinationledger.service.verification.VerifiedPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The verification of texts, which the command side stores. */
@Configuration(proxyBeanMethods = false)
@Import(VerificationConfiguration.class)
public class TextVerificationConfiguration {

    @Bean(destroyMethod = "close")
    VerificationRuns textVerificationRuns(LedgerStore ledger, TextStore texts, VerificationSettings settings) {
        return new VerificationRuns(
                VerifiedPart.TEXTS, ledger, () -> Optional.of(new TextVerifying(ledger, texts)), settings, Clock.systemUTC());
    }

    @Bean
    VerificationMeters textVerificationMeters(VerificationRuns textVerificationRuns) {
        return new VerificationMeters(textVerificationRuns, "ledger.verification.texts", "verified");
    }
}
