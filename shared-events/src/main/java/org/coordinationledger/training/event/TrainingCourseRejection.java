package org.coordinationledger.training.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one training course. */
public sealed interface TrainingCourseRejection extends Rejection {

    /** Every step is recorded by one of those who run the course. */
    record NotAnOrganiser(List<String> organisers) implements TrainingCourseRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Each organisation is named once. */
    record NamedTwice(@Given String organisation) implements TrainingCourseRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A course begins before it ends. */
    record EndsBeforeItBegins(LocalDate firstDay, @Given LocalDate lastDay) implements TrainingCourseRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** It was held or cancelled before. */
    record AlreadyOver(String stage, LocalDate since) implements TrainingCourseRejection, WhateverIsSaid {}
}
