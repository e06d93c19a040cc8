package org.coordinationledger.view.log;

import java.time.Clock;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.api.TextReads;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.export.ExportPlaces;
import org.coordinationledger.view.reading.ReadPoints;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What is served of the log. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(VerificationSettings.class)
public class LogConfiguration {

    @Bean
    SealedLog sealedLog(LedgerStore ledger) {
        return new SealedLog(ledger);
    }

    @Bean
    EntryProofs entryProofs(
            LedgerReader ledger,
            SealedLog log,
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            ReadingCircles circles) {
        return new EntryProofs(ledger, log, views, points, records, circles);
    }

    @Bean
    LogController logController(SealedLog log, ReadingCircles circles) {
        return new LogController(log, circles);
    }

    @Bean(destroyMethod = "close")
    VerificationRuns verificationRuns(LedgerStore ledger, VerificationSettings settings) {
        return new VerificationRuns(ledger, settings, Clock.systemUTC());
    }

    @Bean
    VerificationMeters verificationMeters(VerificationRuns runs) {
        return new VerificationMeters(runs);
    }

    @Bean
    VerificationController verificationController(VerificationRuns runs) {
        return new VerificationController(runs);
    }

    @Bean
    CaseFileController caseFileController(
            EntryProofs proofs,
            SealedLog log,
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            TextReads texts,
            ExportPlaces places) {
        return new CaseFileController(
                records, new RecordCases(proofs, log, views, points, records, texts), places);
    }

    @Bean
    ProofController proofController(EntryProofs proofs, SealedLog log, RecordReads records, ReadPoints points) {
        return new ProofController(proofs, log, records, points);
    }
}
