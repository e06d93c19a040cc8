package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.HOME_DECIDES;
import static org.coordinationledger.member.command.Roster.MEMBER;
import static org.coordinationledger.member.command.Roster.leftParty;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.junit.jupiter.api.Test;

class MakeOfficialTest {

    private final Roster roster = new Roster();

    @Test
    void a_probationary_member_becomes_official() {
        roster.registered()
                .when(HOME_DECIDES, makeOfficial("2013-01-01"))
                .recorded(new MemberEvent.BecameOfficial(day("2013-01-01"), List.of()))
                .keys();
    }

    @Test
    void nobody_becomes_official_twice() {
        roster.registered(Membership.OFFICIAL)
                .when(HOME_DECIDES, makeOfficial("2013-01-01"))
                .refused(new MemberRejection.AlreadyOfficial());
        roster.registered()
                .given(HOME_DECIDES, new MemberEvent.BecameOfficial(day("2013-01-01"), List.of()))
                .when(HOME_DECIDES, makeOfficial("2012-12-31"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "member.became-official", day("2013-01-01"), "member/already-official"))));
    }

    @Test
    void it_is_a_decision_of_the_home() {
        roster.registered()
                .when(HOME, makeOfficial("2013-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        roster.registered()
                .when(decider("province"), makeOfficial("2013-01-01"))
                .refused(new MemberRejection.NotItsHome("post"));
    }

    @Test
    void who_left_the_party_does_not_become_official() {
        roster.registered()
                .given(HOME, leftParty("2012-06-01"))
                .when(HOME_DECIDES, makeOfficial("2013-01-01"))
                .refused(new MemberRejection.HasLeftParty(day("2012-06-01")));
    }

    @Test
    void a_basis_cited_is_in_force() {
        BasisDocumentId basis = new BasisDocumentId("basis");
        roster.landscape.regulation(basis, "province");
        roster.registered()
                .when(HOME_DECIDES, new MemberCommand.MakeOfficial(MEMBER, day("2012-12-03"), List.of(basis)))
                .recorded(new MemberEvent.BecameOfficial(day("2012-12-03"), List.of(basis)));
        roster.registered()
                .when(HOME_DECIDES, new MemberCommand.MakeOfficial(MEMBER, day("2012-12-02"), List.of(basis)))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "basis", day("2012-12-02")));
    }

    private static MemberCommand.MakeOfficial makeOfficial(String day) {
        return new MemberCommand.MakeOfficial(MEMBER, day(day), List.of());
    }
}
