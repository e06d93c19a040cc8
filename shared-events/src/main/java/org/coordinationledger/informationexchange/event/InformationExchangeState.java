package org.coordinationledger.informationexchange.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent.Held;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * An information exchange, from its day on.
 *
 * @param on the day of the meeting or of the notice
 */
public record InformationExchangeState(
        ExchangeForm form,
        AgreementId agreement,
        OrganisationId from,
        List<OrganisationId> to,
        LocalDate on,
        List<ExchangeTopic> topics,
        @Nullable DocumentNumber document,
        boolean illustrative) {

    public static final RecordType<InformationExchangeEvent, InformationExchangeState> TYPE = new RecordType<>(
            "InformationExchange", "information-exchanges", InformationExchangeEvent.class, new Evolution());

    private static final class Evolution implements Fold<InformationExchangeEvent, InformationExchangeState> {

        @Override
        public InformationExchangeState begin(Step<InformationExchangeEvent> step) {
            InformationExchangeEvent event = step.event();
            if (!step.actor().organisation().equals(event.from())) {
                throw new RejectedException(new InformationExchangeRejection.NotYourStep(
                        List.of(event.from().value())));
            }
            Set<OrganisationId> recipients = Set.copyOf(event.to());
            if (recipients.size() < event.to().size() || recipients.contains(event.from())) {
                throw new RejectedException(new InformationExchangeRejection.RecipientsDoNotFit(
                        event.to().stream().map(OrganisationId::value).toList()));
            }
            return new InformationExchangeState(
                    event instanceof Held ? ExchangeForm.MEETING : ExchangeForm.WRITTEN_NOTICE, event.agreement(),
                    event.from(), event.to(), event.effectiveOn(), event.topics(), event.document(),
                    event.illustrative());
        }

        /** An exchange happens once; nothing follows it. */
        @Override
        public InformationExchangeState evolve(InformationExchangeState state, Step<InformationExchangeEvent> step) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }

        @Override
        public boolean unfinished(InformationExchangeState state) {
            return false;
        }
    }
}
