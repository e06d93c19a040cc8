package org.coordinationledger.member.event;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one member. */
public sealed interface MemberRejection extends Rejection {

    /** Left service, so there is nothing to transfer or leave again. */
    record HasLeftService(LocalDate since) implements MemberRejection, WhateverIsSaid {}

    /** Left the Party, so membership cannot change any more. */
    record HasLeftParty(LocalDate since) implements MemberRejection, WhateverIsSaid {}

    record AlreadyOfficial() implements MemberRejection, WhateverIsSaid {}

    record AlreadyThere(@Given String organisation) implements MemberRejection {}

    /** One rating a year; a wrong one is corrected. */
    record AlreadyRated(@Given int year) implements MemberRejection {}

    /** A year is rated when it is over, or in its last quarter. */
    record RatedTooEarly(@Given int year, LocalDate effectiveOn) implements MemberRejection {}

    /** Erased personal data do not come back. */
    record PersonalDataErased(LocalDate since) implements MemberRejection, WhateverIsSaid {}

    /** Only the home organisation takes this step. */
    record NotItsHome(String home) implements MemberRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
