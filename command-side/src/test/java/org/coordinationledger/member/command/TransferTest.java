package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.HOME_DECIDES;
import static org.coordinationledger.member.command.Roster.MEMBER;
import static org.coordinationledger.member.command.Roster.leftParty;
import static org.coordinationledger.member.command.Roster.leftService;
import static org.coordinationledger.member.command.Roster.transferred;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class TransferTest {

    private final Roster roster = new Roster();

    @Test
    void the_home_transfers_a_member() {
        roster.registered().when(HOME_DECIDES, transfer("2015-01-01", "post-2"))
                .recorded(transferred("2015-01-01", "post-2"))
                .keys();
    }

    @Test
    void after_a_transfer_the_new_home_acts() {
        roster.registered()
                .given(HOME_DECIDES, transferred("2015-01-01", "post-2"))
                .when(HOME_DECIDES, transfer("2016-01-01", "border-guard"))
                .refused(new MemberRejection.NotItsHome("post-2"));
        roster.registered()
                .given(HOME_DECIDES, transferred("2015-01-01", "post-2"))
                .when(decider("post-2"), transfer("2016-01-01", "post"))
                .recorded(transferred("2016-01-01", "post"));
    }

    @Test
    void nobody_is_transferred_home() {
        roster.registered()
                .when(HOME_DECIDES, transfer("2015-01-01", "post"))
                .refused(new MemberRejection.AlreadyThere("post"));
    }

    @Test
    void transferring_is_a_decision() {
        roster.registered()
                .when(HOME, transfer("2015-01-01", "post-2"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void the_new_home_stands_on_that_day() {
        roster.landscape.dissolve("post-2", "2025-07-01");
        roster.registered()
                .when(HOME_DECIDES, transfer("2025-07-01", "post-2"))
                .refused(new NeighbourRejection.OrganisationDissolved("post-2", day("2025-07-01"), List.of()));
    }

    @Test
    void who_left_service_or_the_party_is_not_transferred() {
        roster.registered()
                .given(HOME, leftService("2014-01-01"))
                .when(HOME_DECIDES, transfer("2015-01-01", "post-2"))
                .refused(new MemberRejection.HasLeftService(day("2014-01-01")));
        roster.registered()
                .given(HOME, leftParty("2014-01-01"))
                .when(HOME_DECIDES, transfer("2015-01-01", "post-2"))
                .refused(new MemberRejection.HasLeftParty(day("2014-01-01")));
    }

    @Test
    void a_late_transfer_leaves_the_old_home_nothing_that_it_recorded_after_it() {
        roster.registered()
                .given(HOME, leftService("2016-01-01"))
                .when(HOME_DECIDES, transfer("2015-01-01", "post-2"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "member.left-service", day("2016-01-01"), "member/not-its-home"))));
    }

    private static MemberCommand.Transfer transfer(String day, String to) {
        return new MemberCommand.Transfer(MEMBER, day(day), organisation(to), null, List.of());
    }
}
