package org.coordinationledger.informationexchange.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.informationexchange.event.ExchangeForm;
import org.coordinationledger.informationexchange.event.ExchangeTopic;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.InformationExchangeId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What can be asked of an information exchange. The components mean what they mean in the events. */
public sealed interface InformationExchangeCommand extends RecordCommand {

    /**
     * An organisation records that it exchanged information.
     *
     * @param form whether it held a meeting or sent a notice, which needs a document number
     */
    record Exchange(
            @TargetAggregateIdentifier InformationExchangeId id,
            LocalDate effectiveOn,
            ExchangeForm form,
            AgreementId agreement,
            OrganisationId from,
            List<OrganisationId> to,
            List<ExchangeTopic> topics,
            @Nullable DocumentNumber document,
            @Nullable Boolean illustrative)
            implements InformationExchangeCommand {
        @Override
        public InformationExchangeEvent event() {
            boolean made = Boolean.TRUE.equals(illustrative);
            return switch (Bounded.required("form", form)) {
                case MEETING -> new InformationExchangeEvent.Held(
                        effectiveOn, agreement, from, to, topics, document, made);
                case WRITTEN_NOTICE -> new InformationExchangeEvent.Sent(
                        effectiveOn, agreement, from, to, topics, Bounded.required("document", document), made);
            };
        }
    }
}
