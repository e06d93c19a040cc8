package org.coordinationledger.informationexchange.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** That information was exchanged under an agreement: the fact, not the content. Nothing follows it but amendments. */
public sealed interface InformationExchangeEvent extends RecordEvent {

    /** At most this many topics are named. */
    int MOST_TOPICS = 20;

    /** The agreement under which it took place. */
    AgreementId agreement();

    /** Who held the meeting or sent the notice. */
    OrganisationId from();

    /** Who was there, or received it; at least one. */
    List<OrganisationId> to();

    /** What it was about; at least one. */
    List<ExchangeTopic> topics();

    /** The number of the notice, or of the meeting's minutes where there are some. */
    @Nullable DocumentNumber document();

    /** True where the sources do not state it. */
    boolean illustrative();

    /** A meeting at which information was exchanged, on {@code effectiveOn}. */
    record Held(
            LocalDate effectiveOn,
            AgreementId agreement,
            OrganisationId from,
            List<OrganisationId> to,
            List<ExchangeTopic> topics,
            @Nullable DocumentNumber document,
            boolean illustrative)
            implements InformationExchangeEvent {
        public Held {
            Bounded.required("agreement", agreement);
            Bounded.required("from", from);
            to = Bounded.some("to", to, Bounded.ORGANISATIONS);
            topics = Bounded.some("topics", topics, MOST_TOPICS);
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.NOTICE, from, document, effectiveOn);
        }
    }

    /** A written notice that was sent on {@code effectiveOn}. */
    record Sent(
            LocalDate effectiveOn,
            AgreementId agreement,
            OrganisationId from,
            List<OrganisationId> to,
            List<ExchangeTopic> topics,
            DocumentNumber document,
            boolean illustrative)
            implements InformationExchangeEvent {
        public Sent {
            Bounded.required("agreement", agreement);
            Bounded.required("from", from);
            to = Bounded.some("to", to, Bounded.ORGANISATIONS);
            topics = Bounded.some("topics", topics, MOST_TOPICS);
            Bounded.required("document", document);
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.NOTICE, from, document, effectiveOn);
        }
    }
}
