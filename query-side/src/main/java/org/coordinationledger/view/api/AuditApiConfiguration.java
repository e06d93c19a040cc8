package org.coordinationledger.view.api;

import java.time.Clock;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.view.audit.OverdueRemedies;
import org.coordinationledger.view.audit.StepSearch;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.export.ExportSettings;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.store.Generations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reads of the whole ledger. */
@Configuration(proxyBeanMethods = false)
class AuditApiConfiguration {

    @Bean
    StepSearch stepSearch(FeatureViews views, Generations generations, LedgerReader ledger) {
        return new StepSearch(views, generations, ledger);
    }

    @Bean
    AuditReads auditReads(
            FeatureViews views,
            ReadPoints points,
            Generations generations,
            StepSearch steps,
            ReadingCircles circles,
            Clock ledgerClock) {
        return new AuditReads(views, points, steps, new OverdueRemedies(generations), circles, ledgerClock);
    }

    @Bean
    AuditController auditController(
            AuditReads reads,
            FeatureViews views,
            Generations generations,
            Tables tables,
            ExportSettings settings) {
        return new AuditController(reads, views, generations, tables, settings);
    }

    @Bean
    AuditApiDescription auditApiDescription(FeatureViews views) {
        return new AuditApiDescription(views);
    }
}
