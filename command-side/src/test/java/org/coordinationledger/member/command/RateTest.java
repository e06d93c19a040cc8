package org.coordinationledger.member.command;

import static org.coordinationledger.member.command.Roster.HOME;
import static org.coordinationledger.member.command.Roster.HOME_DECIDES;
import static org.coordinationledger.member.command.Roster.MEMBER;
import static org.coordinationledger.member.command.Roster.leftParty;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.member.event.Rating;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.MemberId;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final CellAssignmentId ASSIGNMENT = new CellAssignmentId("assignment");

    private final Roster roster = new Roster();

    @Test
    void the_home_rates_a_member_for_a_year() {
        roster.registered()
                .when(HOME_DECIDES, rate("2013-12-15", 2013))
                .recorded(rated("2013-12-15", 2013, Rating.WELL))
                .keys();
    }

    @Test
    void a_year_is_rated_once_and_corrected_if_it_was_wrong() {
        roster.registered()
                .given(HOME_DECIDES, rated("2013-12-15", 2013, Rating.COMPLETED))
                .when(HOME_DECIDES, rate("2014-01-15", 2013))
                .refused(new MemberRejection.AlreadyRated(2013));
        Amend.Correct correct = Roster.correct(1, rated("2013-12-15", 2013, Rating.NOT_COMPLETED));
        roster.registered()
                .given(HOME_DECIDES, rated("2013-12-15", 2013, Rating.COMPLETED))
                .when(HOME_DECIDES, correct)
                .recorded(correct.event());
    }

    @Test
    void a_year_is_rated_from_its_last_quarter_on() {
        roster.registered()
                .when(HOME_DECIDES, rate("2013-09-30", 2013))
                .refused(new MemberRejection.RatedTooEarly(2013, day("2013-09-30")));
        roster.registered()
                .when(HOME_DECIDES, rate("2013-10-01", 2013))
                .recorded(rated("2013-10-01", 2013, Rating.WELL));
    }

    @Test
    void rating_is_a_decision_of_the_home_and_not_of_the_host() {
        roster.registered()
                .when(HOME, rate("2013-12-15", 2013))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        roster.registered()
                .when(decider("commune"), rate("2013-12-15", 2013))
                .refused(new MemberRejection.NotItsHome("post"));
    }

    @Test
    void who_left_the_party_is_not_rated() {
        roster.registered()
                .given(HOME, leftParty("2013-06-01"))
                .when(HOME_DECIDES, rate("2013-12-15", 2013))
                .refused(new MemberRejection.HasLeftParty(day("2013-06-01")));
    }

    @Test
    void the_comments_considered_are_on_that_member() {
        selected(ASSIGNMENT, MEMBER);
        selected(new CellAssignmentId("others"), new MemberId("other"));
        roster.registered()
                .when(HOME_DECIDES, considering("assignment"))
                .recorded(new MemberEvent.Rated(day("2013-12-15"), 2013, Rating.WELL, List.of(ASSIGNMENT)));
        roster.registered()
                .when(HOME_DECIDES, considering("others"))
                .refused(new MemberAcross.CommentOnAnother("others"));
        roster.registered()
                .when(HOME_DECIDES, considering("nothing"))
                .refused(new NeighbourRejection.UnknownNeighbour("cell-assignments", "nothing", day("2013-12-15")));
    }

    private void selected(CellAssignmentId id, MemberId member) {
        roster.landscape.registry.with(
                CellAssignmentState.TYPE, id, recorder("post"),
                new CellAssignmentEvent.Selected(
                        day("2013-02-01"), member, organisation("post"), organisation("commune"), false, List.of()));
    }

    private static MemberEvent.Rated rated(String day, int year, Rating rating) {
        return new MemberEvent.Rated(day(day), year, rating, List.of());
    }

    private static MemberCommand.Rate rate(String day, int year) {
        return new MemberCommand.Rate(MEMBER, day(day), year, Rating.WELL, List.of());
    }

    private static MemberCommand.Rate considering(String assignment) {
        return new MemberCommand.Rate(
                MEMBER, day("2013-12-15"), 2013, Rating.WELL, List.of(new CellAssignmentId(assignment)));
    }
}
