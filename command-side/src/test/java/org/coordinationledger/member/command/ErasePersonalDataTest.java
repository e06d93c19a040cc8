package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.CODE;
import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.HOME_DECIDES;
import static org.coordinationledger.member.command.Roster.MEMBER;
import static org.coordinationledger.member.command.Roster.OTHER;
import static org.coordinationledger.member.command.Roster.SEALED;
import static org.coordinationledger.member.command.Roster.correct;
import static org.coordinationledger.member.command.Roster.erased;
import static org.coordinationledger.member.command.Roster.held;
import static org.coordinationledger.member.command.Roster.voiding;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.MemberCode;
import org.junit.jupiter.api.Test;

class ErasePersonalDataTest {

    private final Roster roster = new Roster();

    @Test
    void the_home_decides_that_personal_data_are_erased_and_the_code_stays() {
        roster.registered().when(HOME_DECIDES, erase("2020-01-01")).recorded(erased("2020-01-01")).keys();
    }

    @Test
    void erasing_is_a_decision_of_the_home() {
        roster.registered()
                .when(HOME, erase("2020-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        roster.registered()
                .when(decider("province"), erase("2020-01-01"))
                .refused(new MemberRejection.NotItsHome("post"));
    }

    @Test
    void what_is_erased_is_not_erased_again() {
        roster.registered()
                .given(HOME_DECIDES, erased("2020-01-01"))
                .when(HOME_DECIDES, erase("2021-01-01"))
                .refused(new MemberRejection.PersonalDataErased(day("2020-01-01")));
    }

    @Test
    void an_erasure_is_neither_corrected_nor_voided() {
        roster.registered()
                .given(HOME_DECIDES, erased("2020-01-01"))
                .when(HOME_DECIDES, correct(1, erased("2021-01-01")))
                .refused(new TimelineRejection.ApprovalNotCorrectable(1));
        roster.registered()
                .given(HOME_DECIDES, erased("2020-01-01"))
                .when(HOME_DECIDES, voiding(1))
                .refused(new MemberRejection.PersonalDataErased(day("2020-01-01")));
    }

    @Test
    void a_correction_after_an_erasure_brings_no_personal_data() {
        roster.registered()
                .given(HOME_DECIDES, erased("2020-01-01"))
                .when(HOME, correct(0, registered("DV-001", OTHER)))
                .refused(new MemberRejection.PersonalDataErased(day("2020-01-01")));
    }

    @Test
    void a_code_is_corrected_after_an_erasure_all_the_same() {
        Amend.Correct code = correct(0, registered("DV-002", SEALED));
        roster.registered()
                .given(HOME_DECIDES, erased("2020-01-01"))
                .when(HOME, code)
                .recorded(code.event())
                .keys(
                        new Recorded("member-code:DV-002", held("member")),
                        new Recorded(CODE, new ReservationEvent.Released("member")));
    }

    private static MemberEvent.Registered registered(String code, PersonalData.Sealed data) {
        return new MemberEvent.Registered(
                day("2012-01-01"), new MemberCode(code), organisation("post"), Membership.PROBATIONARY, data, false);
    }

    private static MemberCommand.ErasePersonalData erase(String day) {
        return new MemberCommand.ErasePersonalData(MEMBER, day(day), Landscape.REASON);
    }
}
