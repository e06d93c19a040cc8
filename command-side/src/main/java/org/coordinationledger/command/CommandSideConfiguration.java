package org.coordinationledger.command;

import java.time.Clock;
import java.util.List;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.coordinationledger.agreement.command.AgreementFeature;
import org.coordinationledger.appointment.command.CommitteeAppointmentFeature;
import org.coordinationledger.basisdocument.command.BasisDocumentFeature;
import org.coordinationledger.briefing.command.BriefingFeature;
import org.coordinationledger.cellassignment.command.CellAssignmentFeature;
import org.coordinationledger.cellmeeting.command.CellMeetingFeature;
import org.coordinationledger.command.api.CommandApiConfiguration;
import org.coordinationledger.command.api.CommandFeatures;
import org.coordinationledger.command.api.FollowUpCommands;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.LedgerRegistry;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.command.text.TextVerificationConfiguration;
import org.coordinationledger.handover.command.HandoverFeature;
import org.coordinationledger.handover.command.HandoverPreviewController;
import org.coordinationledger.handover.command.HandoverPreviewDescription;
import org.coordinationledger.handover.command.HandoverProcess;
import org.coordinationledger.householdassignment.command.HouseholdAssignmentFeature;
import org.coordinationledger.imports.command.ImportConfiguration;
import org.coordinationledger.informationexchange.command.InformationExchangeFeature;
import org.coordinationledger.inspection.command.InspectionFeature;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.mandate.command.MandateFeature;
import org.coordinationledger.member.command.MemberFeature;
import org.coordinationledger.member.command.PersonalDataEraser;
import org.coordinationledger.organisation.command.OrganisationFeature;
import org.coordinationledger.outreach.command.OutreachSessionFeature;
import org.coordinationledger.programme.command.ProgrammeFeature;
import org.coordinationledger.proposal.command.ProposalFeature;
import org.coordinationledger.recordheads.command.RecordHeadsConfiguration;
import org.coordinationledger.reminder.command.ReminderConfiguration;
import org.coordinationledger.reminder.command.ReminderFeature;
import org.coordinationledger.review.command.ReviewFeature;
import org.coordinationledger.service.identity.Administration;
import org.coordinationledger.service.identity.AuthorityProperties;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.service.ledger.ProcessorClaims;
import org.coordinationledger.service.personaldata.PersonalDataVault;
import org.coordinationledger.service.sealing.SealingConfiguration;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.support.command.SupportActivityFeature;
import org.coordinationledger.training.command.TrainingCourseFeature;
import org.coordinationledger.workinggroup.command.WorkingGroupFeature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the command side adds to the service. A feature is added to the list here. */
@Configuration(proxyBeanMethods = false)
@Import({
    CommandApiConfiguration.class,
    HandoverPreviewController.class,
    ImportConfiguration.class,
    RecordHeadsConfiguration.class,
    ReminderConfiguration.class,
    SealingConfiguration.class,
    TextVerificationConfiguration.class
})
public class CommandSideConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSideConfiguration.class);

    /** All features' commands. */
    public static final CommandFeatures FEATURES = new CommandFeatures(List.of(
            OrganisationFeature.declared(),
            BasisDocumentFeature.declared(),
            MemberFeature.declared(),
            BriefingFeature.declared(),
            CellMeetingFeature.declared(),
            AgreementFeature.declared(),
            InformationExchangeFeature.declared(),
            OutreachSessionFeature.declared(),
            SupportActivityFeature.declared(),
            TrainingCourseFeature.declared(),
            ProgrammeFeature.declared(),
            ReviewFeature.declared(),
            ProposalFeature.declared(),
            HouseholdAssignmentFeature.declared(),
            CommitteeAppointmentFeature.declared(),
            WorkingGroupFeature.declared(),
            InspectionFeature.declared(),
            MandateFeature.declared(),
            HandoverFeature.declared(),
            ReminderFeature.declared(),
            CellAssignmentFeature.declared()));

    @Bean
    CommandFeatures commandFeatures() {
        return FEATURES;
    }

    @Bean
    Registry registry(
            EventStore events,
            TextStore texts,
            AuthorityProperties properties,
            Administration administration,
            Clock ledgerClock) {
        if (properties.authority() == AuthoritySource.LOGINS) {
            LOG.warn("ledger.authority is logins: whoever can log in may act, and nobody is asked for a mandate");
        }
        return new LedgerRegistry(
                events, texts, properties.authority(), administration.organisation(), ledgerClock);
    }

    /** No locks: the ledger refuses what met another commit, and {@code CommandDesk} decides it anew. */
    @Bean
    ConfigurerModule aggregates(CommandFeatures features) {
        return configurer -> {
            for (CommandFeature feature : features.all()) {
                configurer.configureAggregate(aggregate(feature.aggregate().get().getClass()));
            }
        };
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type).configureLockFactory(c -> NullLockFactory.INSTANCE);
    }

    @Bean
    PersonalDataEraser personalDataEraser(PersonalDataVault vault) {
        return new PersonalDataEraser(vault);
    }

    @Bean
    HandoverPreviewDescription handoverPreviewDescription() {
        return new HandoverPreviewDescription();
    }

    @Bean
    HandoverProcess handoverProcess(FollowUpCommands commands, LedgerReader ledger) {
        return new HandoverProcess(commands, ledger);
    }

    /**
     * A failing handler stops its processor, which tries again; no event is ever skipped. One segment each, since every
     * segment writes a token of its own as the ledger grows.
     */
    @Bean
    ConfigurerModule eventProcessing() {
        return configurer -> configurer.eventProcessing(processing -> processing
                .usingPooledStreamingEventProcessors((c, builder) -> builder.initialSegmentCount(1)
                        .tokenClaimInterval(ProcessorClaims.EXTENDED_EACH.toMillis())
                        .claimExtensionThreshold(ProcessorClaims.EXTENDED_EACH.toMillis()))
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance()));
    }
}
