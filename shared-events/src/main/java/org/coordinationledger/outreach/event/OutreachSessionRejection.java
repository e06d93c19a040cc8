package org.coordinationledger.outreach.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one outreach session. */
public sealed interface OutreachSessionRejection extends Rejection {

    /** It is recorded by who organised it. */
    record NotItsOrganiser(@Given String organiser) implements OutreachSessionRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Each venue is named once. */
    @OfField("venues")
    record VenueNamedTwice(List<String> venues) implements OutreachSessionRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The period begins before it ends. */
    record EndsBeforeItBegins(@Given LocalDate firstDay, LocalDate effectiveOn) implements OutreachSessionRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A line stands for one session at least. */
    @OfField("sessions")
    record NoSession() implements OutreachSessionRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
