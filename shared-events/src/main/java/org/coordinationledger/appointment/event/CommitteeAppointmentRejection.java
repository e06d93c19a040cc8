package org.coordinationledger.appointment.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;
import org.jspecify.annotations.Nullable;

/** Rules of one committee appointment. */
public sealed interface CommitteeAppointmentRejection extends Rejection {

    /** The step needs another before it, or comes too late. */
    record StepOutOfOrder(String stage, List<String> needs) implements CommitteeAppointmentRejection, WhateverIsSaid {}

    /** Nothing follows the end of the term, of the office or of the nomination. */
    record AlreadyOver(String stage, LocalDate since) implements CommitteeAppointmentRejection, WhateverIsSaid {}

    /** The step is the act of another organisation. */
    record NotYourStep(List<String> organisations) implements CommitteeAppointmentRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The organisation that nominates does not decide on it. */
    record DecidedByNominator(String organisation) implements CommitteeAppointmentRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The person who nominates, be it by correcting the nomination, neither vets nor decides. */
    record NominatedByTheSamePerson() implements CommitteeAppointmentRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The last day of the term is before the first. */
    record LastDayBeforeFirst(LocalDate firstDay, @Given LocalDate lastDay) implements CommitteeAppointmentRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A term is extended to a day after its last; one without a last day is not extended. */
    record NotAnExtension(@Nullable LocalDate lastDay, @Given LocalDate newLastDay)
            implements CommitteeAppointmentRejection {}
}
