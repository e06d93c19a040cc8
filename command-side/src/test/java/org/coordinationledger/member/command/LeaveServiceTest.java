package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.HOME_DECIDES;
import static org.coordinationledger.member.command.Roster.MEMBER;
import static org.coordinationledger.member.command.Roster.leftParty;
import static org.coordinationledger.member.command.Roster.leftService;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class LeaveServiceTest {

    private final Roster roster = new Roster();

    @Test
    void a_member_leaves_service() {
        roster.registered().when(HOME, leave("2015-01-01")).recorded(leftService("2015-01-01")).keys();
    }

    @Test
    void service_is_left_once() {
        roster.registered()
                .given(HOME, leftService("2015-01-01"))
                .when(HOME, leave("2016-01-01"))
                .refused(new MemberRejection.HasLeftService(day("2015-01-01")));
    }

    @Test
    void leaving_the_party_is_something_else() {
        roster.registered()
                .given(HOME, leftParty("2014-01-01"))
                .when(HOME, leave("2015-01-01"))
                .recorded(leftService("2015-01-01"));
    }

    @Test
    void only_the_home_records_it() {
        roster.registered()
                .when(recorder("commune"), leave("2015-01-01"))
                .refused(new MemberRejection.NotItsHome("post"));
    }

    @Test
    void a_transfer_recorded_for_a_later_day_is_named() {
        roster.registered()
                .given(HOME_DECIDES, Roster.transferred("2016-01-01", "post-2"))
                .when(HOME, leave("2015-01-01"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "member.transferred", day("2016-01-01"), "member/has-left-service"))));
    }

    private static MemberCommand.LeaveService leave(String day) {
        return new MemberCommand.LeaveService(MEMBER, day(day), Landscape.REASON);
    }
}
