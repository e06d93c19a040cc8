package org.coordinationledger.outreach.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** That outreach took place. Nothing follows it but amendments. */
public sealed interface OutreachSessionEvent extends RecordEvent {

    /**
     * Sessions were held; one line may stand for several, where the source reports only their number.
     *
     * @param effectiveOn the day of the session; of several, the last day of the period they were held in
     * @param firstDay the first day of that period, or null for a single day
     * @param subject what it was about in words, where the topic does not say all
     * @param organiser who held them
     * @param venues the communes that they were held in; at least one
     * @param sessions how many, a whole number
     * @param attendances how many attended in all, counted each time, a whole number
     * @param illustrative true where the sources do not state it
     */
    record Held(
            LocalDate effectiveOn,
            @Nullable LocalDate firstDay,
            OutreachTopic topic,
            @Nullable Subject subject,
            OrganisationId organiser,
            List<OrganisationId> venues,
            Quantity sessions,
            Quantity attendances,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements OutreachSessionEvent {
        public Held {
            if (firstDay != null) {
                Dates.plausible("firstDay", firstDay);
            }
            Bounded.required("topic", topic);
            Bounded.required("organiser", organiser);
            venues = Bounded.some("venues", venues, Bounded.ORGANISATIONS);
            sessions = Bounded.required("sessions", sessions).whole();
            attendances = Bounded.required("attendances", attendances).whole();
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }
}
