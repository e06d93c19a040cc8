package org.coordinationledger.programme.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one programme. */
public sealed interface ProgrammeRejection extends Rejection {

    /** The step is the act of the organisation whose programme it is. */
    record NotYourProgramme(String organisation) implements ProgrammeRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    record LastDayBeforeFirst(LocalDate firstDay, @Given LocalDate lastDay) implements ProgrammeRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Two targets of one programme under the same key. */
    record TargetNamedTwice(@Given String target) implements ProgrammeRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The programme has no such target. */
    record UnknownTarget(@Given String target, List<String> targets) implements ProgrammeRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Nothing follows the closing. */
    record AlreadyClosed(LocalDate since) implements ProgrammeRejection, WhateverIsSaid {}
}
