package org.coordinationledger.outreach.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.coordinationledger.outreach.event.OutreachSessionEvent.Held;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** An outreach session, from its day on. The components mean what they mean in the event. */
public record OutreachSessionState(
        @Nullable LocalDate firstDay,
        LocalDate heldOn,
        OutreachTopic topic,
        @Nullable Subject subject,
        OrganisationId organiser,
        List<OrganisationId> venues,
        Quantity sessions,
        Quantity attendances,
        boolean illustrative) {

    public static final RecordType<OutreachSessionEvent, OutreachSessionState> TYPE = new RecordType<>(
            "OutreachSession", "outreach-sessions", OutreachSessionEvent.class, new Evolution());

    private static final class Evolution implements Fold<OutreachSessionEvent, OutreachSessionState> {

        @Override
        public OutreachSessionState begin(Step<OutreachSessionEvent> step) {
            if (!(step.event() instanceof Held e)) {
                throw new AssertionError("no case for " + step.event().getClass());
            }
            if (!step.actor().organisation().equals(e.organiser())) {
                throw new RejectedException(
                        new OutreachSessionRejection.NotItsOrganiser(e.organiser().value()));
            }
            if (Set.copyOf(e.venues()).size() < e.venues().size()) {
                throw new RejectedException(new OutreachSessionRejection.VenueNamedTwice(
                        e.venues().stream().map(OrganisationId::value).toList()));
            }
            LocalDate firstDay = e.firstDay();
            if (firstDay != null && firstDay.isAfter(e.effectiveOn())) {
                throw new RejectedException(
                        new OutreachSessionRejection.EndsBeforeItBegins(firstDay, e.effectiveOn()));
            }
            if (e.sessions().value().signum() == 0) {
                throw new RejectedException(new OutreachSessionRejection.NoSession());
            }
            return new OutreachSessionState(
                    firstDay, e.effectiveOn(), e.topic(), e.subject(), e.organiser(), e.venues(), e.sessions(),
                    e.attendances(), e.illustrative());
        }

        /** A session was held once; nothing follows it. */
        @Override
        public OutreachSessionState evolve(OutreachSessionState state, Step<OutreachSessionEvent> step) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }

        @Override
        public boolean unfinished(OutreachSessionState state) {
            return false;
        }
    }
}
