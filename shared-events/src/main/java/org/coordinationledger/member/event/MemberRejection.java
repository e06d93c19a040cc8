package org.coordinationledger.member.event;

import java.time.LocalDate;
import org.coordinationledger.rejection.Rejection;

/** Rules of one member. */
public sealed interface MemberRejection extends Rejection {

    /** Left service, so there is nothing to transfer or leave again. */
    record HasLeftService(LocalDate since) implements MemberRejection {}

    /** Left the Party, so membership cannot change any more. */
    record HasLeftParty(LocalDate since) implements MemberRejection {}

    record AlreadyOfficial() implements MemberRejection {}

    record AlreadyThere(String organisation) implements MemberRejection {}

    /** One rating a year; a wrong one is corrected. */
    record AlreadyRated(int year) implements MemberRejection {}

    /** A year is rated when it is over, or in its last quarter. */
    record RatedTooEarly(int year, LocalDate effectiveOn) implements MemberRejection {}

    /** Erased personal data do not come back. */
    record PersonalDataErased(LocalDate since) implements MemberRejection {}

    /** Only the home organisation takes this step. */
    record NotItsHome(String home) implements MemberRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
