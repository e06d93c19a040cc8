package org.coordinationledger.view.declaration;

import java.time.LocalDate;
import java.util.Optional;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;

/** Records of all types as known when the ledger's last entry was one certain entry. */
public interface KnownRecords {

    /** A record's timeline; empty if there is no such record of that type. */
    <S> Timeline<?, S> timeline(RecordType<?, S> type, String record);

    /** Who holds a key. */
    ReservationState reservation(String key);

    /** A record on a day; empty if it does not exist on that day. */
    default <S> Optional<S> on(RecordType<?, S> type, RecordId record, LocalDate day) {
        return timeline(type, record.value()).on(day);
    }

    /** An organisation on a day; empty if it does not exist on that day, or no longer stands. */
    default Optional<OrganisationState> standing(OrganisationId organisation, LocalDate day) {
        return on(OrganisationState.TYPE, organisation, day).filter(OrganisationState::standing);
    }
}
