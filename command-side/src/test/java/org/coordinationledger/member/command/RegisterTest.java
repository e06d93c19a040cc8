package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.CODE;
import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.MEMBER;
import static org.coordinationledger.member.command.Roster.held;
import static org.coordinationledger.member.command.Roster.member;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private final Roster roster = new Roster();

    @Test
    void a_member_is_known_under_a_code_which_is_held_for_ever() {
        MemberEvent.Registered registered = member("2012-01-01", "DV-001", "post", Membership.OFFICIAL);
        roster.decision()
                .when(HOME, register(registered))
                .recorded(registered)
                .keys(new Recorded(CODE, held("member")));
    }

    @Test
    void a_code_stands_for_one_member_however_it_is_written() {
        roster.landscape.registry.holding(CODE, held("other"));
        roster.decision()
                .when(HOME, register(member("2012-01-01", "DV-001", "post", Membership.OFFICIAL)))
                .refused(new MemberAcross.CodeTaken("DV-001", "other"));
        roster.decision()
                .when(HOME, register(member("2012-01-01", "dv-001", "post", Membership.OFFICIAL)))
                .refused(new MemberAcross.CodeTaken("dv-001", "other"));
        MemberEvent.Registered next = member("2012-01-01", "DV-002", "post", Membership.OFFICIAL);
        roster.decision().when(HOME, register(next)).recorded(next);
    }

    @Test
    void members_are_registered_by_their_home_or_what_stands_above_it() {
        MemberEvent.Registered registered = member("2012-01-01", "DV-001", "post", Membership.PROBATIONARY);
        roster.decision().when(recorder("border-guard"), register(registered)).recorded(registered);
        roster.decision()
                .when(recorder("post-2"), register(registered))
                .refused(new MemberAcross.HomeNotYours("post"));
        roster.decision()
                .when(HOME, register(member("2012-01-01", "DV-001", "border-guard", Membership.OFFICIAL)))
                .refused(new MemberAcross.HomeNotYours("border-guard"));
    }

    @Test
    void the_home_stands_on_that_day() {
        roster.landscape.dissolve("post", "2025-07-01");
        roster.decision()
                .when(recorder("border-guard"), register(member("2025-07-01", "DV-001", "post", Membership.OFFICIAL)))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2025-07-01"), List.of()));
        roster.decision()
                .when(recorder("border-guard"), register(member("2025-06-01", "DV-001", "none", Membership.OFFICIAL)))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "none", day("2025-06-01")));
    }

    @Test
    void a_member_is_registered_once() {
        roster.registered()
                .when(HOME, register(member("2013-01-01", "DV-002", "post", Membership.OFFICIAL)))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void administrators_register_no_members() {
        roster.decision()
                .when(
                        new Actor("administrator", organisation("post"), Role.ADMINISTRATOR),
                        register(member("2012-01-01", "DV-001", "post", Membership.OFFICIAL)))
                .refused(new CommandRejection.RoleNotCompetent("ADMINISTRATOR", "RECORD"));
    }

    private static MemberCommand.Register register(MemberEvent.Registered e) {
        return new MemberCommand.Register(
                MEMBER, e.effectiveOn(), e.code(), e.home(), e.membership(), e.personalData(), e.illustrative());
    }
}
