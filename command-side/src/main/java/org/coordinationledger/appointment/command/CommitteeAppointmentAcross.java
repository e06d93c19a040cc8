package org.coordinationledger.appointment.command;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;
import org.jspecify.annotations.Nullable;

/** Rules of committee appointments that look at other records. */
public sealed interface CommitteeAppointmentAcross extends Rejection {

    /** The member left service or the Party by then. */
    record MemberNotAvailable(@Given String member, @Nullable LocalDate leftService, @Nullable LocalDate leftParty)
            implements CommitteeAppointmentAcross {}

    /** An officer is nominated by the home organisation or one above it. */
    record MemberOfAnotherLine(@Given String member, String home) implements CommitteeAppointmentAcross {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Who vets stands at or above the committee, or at or above who nominated. */
    record NotAVetter(String organisation) implements CommitteeAppointmentAcross, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Only a body above the committee along the party line decides who is in it. */
    record DeciderNotCompetent(String organisation, String committee)
            implements CommitteeAppointmentAcross, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The officer holds the same position of the committee by another appointment for some of that time. */
    record PositionHeld(String member, String committee, @Given String position, String appointment)
            implements CommitteeAppointmentAcross {}

    /**
     * A cited document carries out others that are in force and apply as well; a decision cites both.
     *
     * @param documents the numbers of what is not cited
     */
    @OfField("bases")
    record SecondBasisMissing(List<String> documents) implements CommitteeAppointmentAcross {}

    /** Member, committee and position are what was vetted and decided on; they do not change under that. */
    record AlreadyVetted() implements CommitteeAppointmentAcross {}
}
