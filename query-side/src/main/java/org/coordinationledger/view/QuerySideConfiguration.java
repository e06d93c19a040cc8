package org.coordinationledger.view;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.coordinationledger.agreement.view.AgreementView;
import org.coordinationledger.appointment.view.CommitteeAppointmentView;
import org.coordinationledger.basisdocument.view.BasisDocumentView;
import org.coordinationledger.briefing.view.BriefingView;
import org.coordinationledger.cellassignment.view.CellAssignmentView;
import org.coordinationledger.cellmeeting.view.CellMeetingView;
import org.coordinationledger.console.ConsoleConfiguration;
import org.coordinationledger.handover.view.HandoverView;
import org.coordinationledger.householdassignment.view.HouseholdAssignmentView;
import org.coordinationledger.informationexchange.view.InformationExchangeView;
import org.coordinationledger.inspection.view.InspectionView;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.mandate.view.MandateView;
import org.coordinationledger.member.view.MemberView;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.outreach.view.OutreachSessionView;
import org.coordinationledger.programme.view.ProgrammeView;
import org.coordinationledger.proposal.view.ProposalView;
import org.coordinationledger.reminder.view.ReminderView;
import org.coordinationledger.review.view.ReviewView;
import org.coordinationledger.service.identity.Administration;
import org.coordinationledger.service.identity.AuthorityProperties;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.support.view.SupportActivityView;
import org.coordinationledger.training.view.TrainingCourseView;
import org.coordinationledger.view.api.QueryApiConfiguration;
import org.coordinationledger.view.authority.Entitlements;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.figure.OrganisationTrees;
import org.coordinationledger.view.list.SpanLists;
import org.coordinationledger.view.list.WaitingLists;
import org.coordinationledger.view.log.LogConfiguration;
import org.coordinationledger.view.projection.ViewSettings;
import org.coordinationledger.view.projection.Views;
import org.coordinationledger.view.reading.Beside;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.search.RecordSearch;
import org.coordinationledger.view.store.Builds;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.workinggroup.view.WorkingGroupView;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the query side adds to the service. A feature is added to the list here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewProperties.class)
@Import({QueryApiConfiguration.class, LogConfiguration.class, ConsoleConfiguration.class})
public class QuerySideConfiguration {

    /** The views of all features. */
    public static final FeatureViews VIEWS = new FeatureViews(List.of(
            OrganisationView.VIEW,
            BasisDocumentView.VIEW,
            MemberView.VIEW,
            BriefingView.VIEW,
            CellMeetingView.VIEW,
            AgreementView.VIEW,
            InformationExchangeView.VIEW,
            OutreachSessionView.VIEW,
            SupportActivityView.VIEW,
            TrainingCourseView.VIEW,
            ProgrammeView.VIEW,
            ReviewView.VIEW,
            ProposalView.VIEW,
            HouseholdAssignmentView.VIEW,
            CommitteeAppointmentView.VIEW,
            WorkingGroupView.VIEW,
            InspectionView.VIEW,
            MandateView.VIEW,
            HandoverView.VIEW,
            ReminderView.VIEW,
            CellAssignmentView.VIEW));

    @Bean
    public FeatureViews featureViews() {
        return VIEWS;
    }

    @Bean
    Generations generations(MongoDatabase database, LedgerStore ledger) {
        return new Generations(database, ledger, ledger.dialect());
    }

    @Bean
    Progress progress() {
        return new Progress();
    }

    @Bean
    ViewSettings viewSettings(ViewProperties properties) {
        return properties.settings();
    }

    @Bean
    Views views(
            FeatureViews features,
            LedgerReader ledger,
            EventStore events,
            TokenStore tokens,
            MongoDatabase database,
            Generations generations,
            Progress progress,
            ViewSettings settings) {
        Clock clock = Clock.systemUTC();
        return new Views(
                features, ledger, events, tokens, generations, new Builds(database, clock), progress, settings, clock);
    }

    @Bean
    ViewMeters viewMeters(Views views, LedgerReader ledger, Clock ledgerClock) {
        return new ViewMeters(views, ledger, ledgerClock);
    }

    @Bean
    ViewsLifecycle viewsLifecycle(Views views) {
        return new ViewsLifecycle(views);
    }

    @Bean("viewsHealthIndicator")
    ViewsHealth viewsHealth(Views views) {
        return new ViewsHealth(views);
    }

    @Bean
    ReadPoints readPoints(Generations generations, LedgerReader ledger, Progress progress, Clock ledgerClock) {
        return new ReadPoints(generations, ledger, progress, ledgerClock);
    }

    @Bean
    RecordStreams recordStreams(LedgerReader ledger) {
        return new RecordStreams(ledger);
    }

    @Bean
    Entitlements entitlements(RecordStreams streams, Administration administration) {
        return new Entitlements(streams, administration.organisation());
    }

    @Bean
    SpanLists spanLists(Generations generations) {
        return new SpanLists(generations);
    }

    @Bean
    WaitingLists waitingLists(FeatureViews features, Generations generations) {
        return new WaitingLists(features, generations);
    }

    @Bean
    Beside beside() {
        return new Beside();
    }

    @Bean
    RecordSearch recordSearch(FeatureViews features, Generations generations, Beside beside, Messages messages) {
        return new RecordSearch(features, generations, beside, messages);
    }

    @Bean
    OrganisationTrees organisationTrees(Generations generations) {
        return new OrganisationTrees(generations);
    }

    @Bean
    ReadingCircles readingCircles(
            ReadPoints points,
            OrganisationTrees trees,
            Entitlements entitlements,
            Administration administration,
            AuthorityProperties authority,
            Clock ledgerClock) {
        return new ReadingCircles(points, trees, entitlements, administration, authority, ledgerClock);
    }

    @Bean
    Figures figures(Generations generations, OrganisationTrees trees, Beside beside) {
        return new Figures(generations, trees, beside);
    }
}
