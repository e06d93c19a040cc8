package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.MEMBER;
import static org.coordinationledger.member.command.Roster.leftParty;
import static org.coordinationledger.member.command.Roster.leftService;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.member.event.MemberRejection;
import org.junit.jupiter.api.Test;

class LeavePartyTest {

    private final Roster roster = new Roster();

    @Test
    void a_member_leaves_the_party() {
        roster.registered().when(HOME, leave("2015-01-01")).recorded(leftParty("2015-01-01")).keys();
    }

    @Test
    void the_party_is_left_once() {
        roster.registered()
                .given(HOME, leftParty("2015-01-01"))
                .when(HOME, leave("2016-01-01"))
                .refused(new MemberRejection.HasLeftParty(day("2015-01-01")));
    }

    @Test
    void leaving_service_is_something_else() {
        roster.registered()
                .given(HOME, leftService("2014-01-01"))
                .when(HOME, leave("2015-01-01"))
                .recorded(leftParty("2015-01-01"));
    }

    @Test
    void only_the_home_records_it() {
        roster.registered()
                .when(recorder("border-guard"), leave("2015-01-01"))
                .refused(new MemberRejection.NotItsHome("post"));
    }

    private static MemberCommand.LeaveParty leave(String day) {
        return new MemberCommand.LeaveParty(MEMBER, day(day), Landscape.REASON);
    }
}
