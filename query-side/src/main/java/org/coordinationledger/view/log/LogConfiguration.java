package org.coordinationledger.view.log;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.service.verification.LedgerVerifying;
import org.coordinationledger.service.verification.VerificationConfiguration;
import org.coordinationledger.service.verification.VerificationMeters;
import org.coordinationledger.service.verification.VerificationRequests;
import org.coordinationledger.service.verification.VerificationRuns;
import org.coordinationledger.service.verification.VerificationSettings;
import org.coordinationledger.service.verification.VerifiedPart;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.api.TextReads;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.export.ExportPlaces;
import org.coordinationledger.view.projection.ViewDrift;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.store.Generations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is served of the log. */
@Configuration(proxyBeanMethods = false)
@Import(VerificationConfiguration.class)
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
    HeadProofs headProofs(LedgerStore ledger, SealedLog log) {
        return new HeadProofs(ledger, log);
    }

    @Bean
    LogController logController(SealedLog log, ReadingCircles circles) {
        return new LogController(log, circles);
    }

    @Bean(destroyMethod = "close")
    VerificationRuns ledgerVerificationRuns(LedgerStore ledger, VerificationSettings settings) {
        return new VerificationRuns(
                VerifiedPart.LEDGER, ledger, () -> Optional.of(new LedgerVerifying(ledger)), settings, Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    VerificationRuns viewVerificationRuns(
            LedgerStore ledger, FeatureViews features, Generations generations, VerificationSettings settings) {
        return new VerificationRuns(
                VerifiedPart.VIEWS, ledger, () -> ViewDrift.ofLive(features, ledger, generations), settings,
                Clock.systemUTC());
    }

    @Bean
    VerificationMeters ledgerVerificationMeters(VerificationRuns ledgerVerificationRuns) {
        return new VerificationMeters(ledgerVerificationRuns, "ledger.verification", "entries");
    }

    @Bean
    VerificationMeters viewVerificationMeters(VerificationRuns viewVerificationRuns) {
        return new VerificationMeters(viewVerificationRuns, "ledger.verification.views", "entries");
    }

    @Bean
    CaseFileController caseFileController(
            EntryProofs proofs,
            HeadProofs heads,
            SealedLog log,
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            TextReads texts,
            ExportPlaces places) {
        return new CaseFileController(
                records, new RecordCases(proofs, heads, log, views, points, records, texts), places);
    }

    @Bean
    Verifications verifications(
            LedgerStore ledger,
            VerificationRequests requests,
            VerificationRuns ledgerVerificationRuns,
            VerificationRuns viewVerificationRuns) {
        return new Verifications(ledger, requests, List.of(ledgerVerificationRuns, viewVerificationRuns), Clock.systemUTC());
    }

    @Bean
    VerificationController verificationController(Verifications verifications) {
        return new VerificationController(verifications);
    }

    @Bean
    ProofController proofController(
            EntryProofs proofs, HeadProofs heads, SealedLog log, RecordReads records, ReadPoints points) {
        return new ProofController(proofs, heads, log, records, points);
    }
}
