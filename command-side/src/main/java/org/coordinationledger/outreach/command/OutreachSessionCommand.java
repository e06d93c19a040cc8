package org.coordinationledger.outreach.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachTopic;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.OutreachSessionId;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can be asked of an outreach session. The components mean what they mean in the event. */
public sealed interface OutreachSessionCommand extends RecordCommand {

    /** Whoever held sessions records them. */
    record Hold(
            @TargetAggregateIdentifier OutreachSessionId id,
            LocalDate effectiveOn,
            @Nullable LocalDate firstDay,
            OutreachTopic topic,
            @Nullable Subject subject,
            OrganisationId organiser,
            List<OrganisationId> venues,
            Quantity sessions,
            Quantity attendances,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements OutreachSessionCommand {
        @Override
        public OutreachSessionEvent.Held event() {
            return new OutreachSessionEvent.Held(
                    effectiveOn, firstDay, topic, subject, organiser, venues, sessions, attendances, bases,
                    Boolean.TRUE.equals(illustrative));
        }
    }
}
