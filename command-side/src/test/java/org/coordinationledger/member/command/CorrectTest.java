package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.CODE;
import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.HOME_DECIDES;
import static org.coordinationledger.member.command.Roster.correct;
import static org.coordinationledger.member.command.Roster.held;
import static org.coordinationledger.member.command.Roster.leftService;
import static org.coordinationledger.member.command.Roster.member;
import static org.coordinationledger.member.command.Roster.transferred;
import static org.coordinationledger.member.command.Roster.voiding;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class CorrectTest {

    private final Roster roster = new Roster();

    @Test
    void a_corrected_code_is_held_and_the_wrong_one_is_free() {
        Amend.Correct correct = correct(0, member("2012-01-01", "DV-002", "post", Membership.PROBATIONARY));
        roster.registered()
                .when(HOME, correct)
                .recorded(correct.event())
                .keys(
                        new Recorded("member-code:DV-002", held("member")),
                        new Recorded(CODE, new ReservationEvent.Released("member")));
    }

    @Test
    void a_code_is_not_corrected_to_another_members() {
        roster.landscape.registry.holding("member-code:DV-002", held("other"));
        roster.registered()
                .when(HOME, correct(0, member("2012-01-01", "DV-002", "post", Membership.PROBATIONARY)))
                .refused(new MemberAcross.CodeTaken("DV-002", "other"));
    }

    @Test
    void a_voided_registration_gives_the_code_back() {
        roster.registered()
                .when(HOME, voiding(0))
                .recorded(voiding(0).event())
                .keys(new Recorded(CODE, new ReservationEvent.Released("member")));
    }

    @Test
    void a_home_is_not_corrected_to_one_that_is_not_yours() {
        roster.registered()
                .when(HOME, correct(0, member("2012-01-01", "DV-001", "post-2", Membership.OFFICIAL)))
                .refused(new MemberAcross.HomeNotYours("post-2"));
    }

    @Test
    void a_transfer_is_voided_unless_the_new_home_acted_since() {
        roster.registered()
                .given(HOME_DECIDES, transferred("2015-01-01", "post-2"))
                .when(HOME_DECIDES, voiding(1))
                .recorded(voiding(1).event());
        roster.registered()
                .given(HOME_DECIDES, transferred("2015-01-01", "post-2"))
                .given(decider("post-2"), leftService("2016-01-01"))
                .when(HOME_DECIDES, voiding(1))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        2, "member.left-service", leftService("2016-01-01").effectiveOn(), "member/not-its-home"))));
    }

    @Test
    void a_decision_is_amended_by_whoever_may_decide() {
        roster.registered()
                .given(HOME_DECIDES, transferred("2015-01-01", "post-2"))
                .when(HOME, voiding(1))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        roster.registered()
                .given(HOME_DECIDES, transferred("2015-01-01", "post-2"))
                .when(HOME, correct(1, transferred("2015-02-01", "post-2")))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }
}
