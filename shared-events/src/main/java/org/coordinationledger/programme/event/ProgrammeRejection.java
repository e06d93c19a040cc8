package org.coordinationledger.programme.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Rejection;

/** Rules of one programme. */
public sealed interface ProgrammeRejection extends Rejection {

    /** The step is the act of the organisation whose programme it is. */
    record NotYourProgramme(String organisation) implements ProgrammeRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    record LastDayBeforeFirst(LocalDate firstDay, LocalDate lastDay) implements ProgrammeRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Two targets of one programme under the same key. */
    record TargetNamedTwice(String target) implements ProgrammeRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The programme has no such target. */
    record UnknownTarget(String target, List<String> targets) implements ProgrammeRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Nothing follows the closing. */
    record AlreadyClosed(LocalDate since) implements ProgrammeRejection {}
}
