package org.coordinationledger.member.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;

/** A member of the post since 2012, whose code is held. */
final class Roster {

    static final Actor HOME = recorder("post");
    static final Actor HOME_DECIDES = decider("post");
    static final MemberId MEMBER = new MemberId("member");
    static final String CODE = "member-code:DV-001";
    static final PersonalData.Sealed SEALED = new PersonalData.Sealed("nonce", "ciphertext");
    static final PersonalData.Sealed OTHER = new PersonalData.Sealed("other-nonce", "other-ciphertext");

    final Landscape landscape = new Landscape();

    Decision<Member> decision() {
        return Decision.of(Member.class, MemberState.TYPE, landscape.registry);
    }

    Decision<Member> registered() {
        return registered(Membership.PROBATIONARY);
    }

    Decision<Member> registered(Membership membership) {
        landscape.registry.holding(CODE, held("member"));
        return decision().given(HOME, member("2012-01-01", "DV-001", "post", membership));
    }

    static MemberEvent.Registered member(String day, String code, String home, Membership membership) {
        return new MemberEvent.Registered(
                day(day), new MemberCode(code), organisation(home), membership, SEALED, false);
    }

    static ReservationEvent.Held held(String holder) {
        return new ReservationEvent.Held(holder, List.of(HeldPeriod.ALWAYS), null);
    }

    static MemberEvent.LeftService leftService(String day) {
        return new MemberEvent.LeftService(day(day), Landscape.REASON);
    }

    static MemberEvent.LeftParty leftParty(String day) {
        return new MemberEvent.LeftParty(day(day), Landscape.REASON);
    }

    static MemberEvent.PersonalDataErased erased(String day) {
        return new MemberEvent.PersonalDataErased(day(day), Landscape.REASON);
    }

    static MemberEvent.Transferred transferred(String day, String to) {
        return new MemberEvent.Transferred(day(day), organisation(to), null, List.of());
    }

    static Amend.Correct correct(long corrects, MemberEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("member"), day("2026-01-01"), corrects, replacement, Landscape.REASON, List.of());
    }

    static Amend.Void voiding(long voids) {
        return new Amend.Void(new AnyRecordId("member"), day("2026-01-01"), voids, Landscape.REASON, List.of());
    }
}
