package org.coordinationledger.view.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.service.identity.AuthorityProperties;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.view.authority.Entitlements;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.BasisChains;
import org.coordinationledger.view.list.SpanLists;
import org.coordinationledger.view.list.WaitingLists;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.register.Registers;
import org.coordinationledger.view.search.RecordSearch;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.trail.EntitlementReads;
import org.coordinationledger.view.trail.Trails;
import org.coordinationledger.vocabulary.PersonCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The query API. */
@Configuration(proxyBeanMethods = false)
@Import({OperationsController.class, ExportConfiguration.class, FigureApiConfiguration.class, AuditApiConfiguration.class})
public class QueryApiConfiguration {

    @Bean
    ReadRefusals readRefusals(FeatureViews views, MeterRegistry meters) {
        return new ReadRefusals(views, meters);
    }

    @Bean
    RecordReads recordReads(
            FeatureViews views, RecordStreams streams, ReadingCircles circles, ReadRefusals refusals) {
        return new RecordReads(views, streams, circles, refusals);
    }

    @Bean
    ListReads listReads(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            FigureReads figures,
            SpanLists lists,
            ReadingCircles circles,
            Clock ledgerClock) {
        return new ListReads(views, points, records, figures, lists, circles, ledgerClock);
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
    RegisterReads registerReads(
            FeatureViews views,
            RecordReads records,
            Generations generations,
            ReadingCircles circles,
            ReadRefusals refusals) {
        return new RegisterReads(views, records, new Registers(views, generations), circles, refusals);
    }

    @Bean
    RegisterController registerController(
            ReadPoints points, RegisterReads registers, Tables tables, Clock ledgerClock) {
        return new RegisterController(points, registers, tables, ledgerClock);
    }

    @Bean
    WaitingController waitingController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            WaitingLists waiting,
            ReadingCircles circles,
            Tables tables,
            Clock ledgerClock) {
        return new WaitingController(views, points, records, waiting, circles, tables, ledgerClock);
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
    SearchController searchController(
            FeatureViews views, ReadPoints points, RecordSearch search, ReadingCircles circles, Clock ledgerClock) {
        return new SearchController(views, points, search, circles, ledgerClock);
    }

    @Bean
    EntitlementController entitlementController(
            ReadPoints points,
            Entitlements entitlements,
            ReadingCircles circles,
            ReadRefusals refusals,
            Clock ledgerClock) {
        return new EntitlementController(points, entitlements, circles, refusals, ledgerClock);
    }

    @Bean
    TrailController trailController(
            ReadPoints points,
            RecordReads records,
            Trails trails,
            Tables tables,
            Messages messages,
            Clock ledgerClock) {
        return new TrailController(points, records, trails, tables, messages, ledgerClock);
    }

    @Bean
    Trails trails(
            RecordStreams streams, Generations generations, TextStore texts, EntitlementReads entitlements) {
        return new Trails(streams, generations, texts, entitlements);
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
    TextReads textReads(
            FeatureViews views,
            ReadPoints points,
            Generations generations,
            TextStore texts,
            ReadingCircles circles,
            ReadRefusals refusals) {
        return new TextReads(views, points, generations, texts, circles, refusals);
    }

    @Bean
    TextController textController(TextReads texts) {
        return new TextController(texts);
    }

    @Bean
    QueryApiDescription queryApiDescription(FeatureViews views) {
        return new QueryApiDescription(views);
    }
}
