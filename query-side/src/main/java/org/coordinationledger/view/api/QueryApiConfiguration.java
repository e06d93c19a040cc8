package org.coordinationledger.view.api;

import java.time.Clock;
import java.util.Optional;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.service.identity.AuthorityProperties;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.view.authority.Entitlements;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.BasisChains;
import org.coordinationledger.view.list.SpanLists;
import org.coordinationledger.view.list.WaitingLists;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.register.Registers;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.trail.EntitlementReads;
import org.coordinationledger.view.trail.Trails;
import org.coordinationledger.vocabulary.PersonCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The query API. */
@Configuration(proxyBeanMethods = false)
@Import({OperationsController.class, ExportConfiguration.class, FigureApiConfiguration.class})
public class QueryApiConfiguration {

    @Bean
    RecordReads recordReads(FeatureViews views, RecordStreams streams) {
        return new RecordReads(views, streams);
    }

    @Bean
    ListReads listReads(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            FigureReads figures,
            SpanLists lists,
            Clock ledgerClock) {
        return new ListReads(views, points, records, figures, lists, ledgerClock);
    }

    @Bean
    BasisController basisController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            Generations generations,
            ListReads lists,
            Clock ledgerClock) {
        return new BasisController(views, points, records, new BasisChains(generations), lists, ledgerClock);
    }

    @Bean
    RegisterController registerController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            Generations generations,
            Tables tables,
            Clock ledgerClock) {
        return new RegisterController(views, points, records, new Registers(views, generations), tables, ledgerClock);
    }

    @Bean
    WaitingController waitingController(
            FeatureViews views, ReadPoints points, RecordReads records, Generations generations, Clock ledgerClock) {
        return new WaitingController(views, points, records, new WaitingLists(views, generations), ledgerClock);
    }

    @Bean
    RecordController recordController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            ListReads lists,
            PersonalDataReads personalData,
            Clock ledgerClock) {
        return new RecordController(views, points, records, lists, personalData, ledgerClock);
    }

    @Bean
    EntitlementController entitlementController(ReadPoints points, Entitlements entitlements, Clock ledgerClock) {
        return new EntitlementController(points, entitlements, ledgerClock);
    }

    @Bean
    TrailController trailController(
            ReadPoints points,
            RecordReads records,
            RecordStreams streams,
            Generations generations,
            TextStore texts,
            EntitlementReads entitlements,
            Tables tables,
            Messages messages,
            Clock ledgerClock) {
        Trails trails = new Trails(streams, generations, texts, entitlements);
        return new TrailController(points, records, trails, tables, messages, ledgerClock);
    }

    /** Where the identity source alone is believed, the ledger does not tell who was entitled. */
    @Bean
    EntitlementReads entitlementReads(Entitlements entitlements, AuthorityProperties properties) {
        if (properties.authority() == AuthoritySource.LOGINS) {
            return EntitlementReads.UNKNOWN;
        }
        return (person, organisation, role, day, position) -> Optional.of(entitlements
                .at(new PersonCode(person), organisation, role, day, position)
                .entitled());
    }

    @Bean
    RequestController requestController(LedgerReader ledger, FeatureViews views) {
        return new RequestController(ledger, views);
    }

    @Bean
    TextController textController(TextStore texts) {
        return new TextController(texts);
    }

    @Bean
    QueryApiDescription queryApiDescription(FeatureViews views) {
        return new QueryApiDescription(views);
    }
}
