package org.coordinationledger.mandate.view;

import java.time.LocalDate;
import java.util.Optional;
import org.coordinationledger.mandate.event.Entitlement;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.view.declaration.KnownRecords;
import org.coordinationledger.vocabulary.MandateId;
import org.coordinationledger.vocabulary.OrganisationId;

/** Keys and mandates among known records. Who needs no mandate is not known there: nobody lends what needs none. */
record MandatesKnown(KnownRecords known) implements Entitlement.Known {

    @Override
    public OrganisationId administration() {
        throw new UnsupportedOperationException("lending asks for mandates alone");
    }

    @Override
    public ReservationState reservation(String key) {
        return known.reservation(key);
    }

    @Override
    public Optional<MandateState> mandate(MandateId id, LocalDate day) {
        return known.on(MandateState.TYPE, id, day);
    }
}
