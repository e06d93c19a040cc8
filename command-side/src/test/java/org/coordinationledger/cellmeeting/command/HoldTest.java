package org.coordinationledger.cellmeeting.command;

import static org.coordinationledger.cellmeeting.command.Hamlet.CELL;
import static org.coordinationledger.cellmeeting.command.Hamlet.COMMUNE;
import static org.coordinationledger.cellmeeting.command.Hamlet.MARCH;
import static org.coordinationledger.cellmeeting.command.Hamlet.attended;
import static org.coordinationledger.cellmeeting.command.Hamlet.held;
import static org.coordinationledger.cellmeeting.command.Hamlet.hold;
import static org.coordinationledger.cellmeeting.command.Hamlet.key;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent.Attendance;
import org.coordinationledger.cellmeeting.event.CellMeetingRejection;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;

class HoldTest {

    private final Hamlet hamlet = new Hamlet();

    @Test
    void a_cell_records_its_meeting_and_holds_the_month() {
        CellMeetingEvent.Held full = new CellMeetingEvent.Held(
                day("2019-03-10"), organisation("cell"), new MeetingMonth("2019-03"),
                List.of(attended("seated")), List.of(organisation("province"), organisation("commune")),
                List.of(Hamlet.BRIEFING), null, true);
        hamlet.decision().when(CELL, hold(full)).recorded(full).keys(new Recorded(MARCH, key("meeting")));
    }

    @Test
    void its_commune_committee_may_record_it_and_nobody_else() {
        hamlet.decision().when(COMMUNE, hold(held("2019-03-10", "2019-03"))).recorded(held("2019-03-10", "2019-03"));
        for (String other : List.of("cell-2", "post", "province")) {
            hamlet.decision()
                    .when(recorder(other), hold(held("2019-03-10", "2019-03")))
                    .refused(new CellMeetingAcross.NotYourCell("cell", "commune"));
        }
    }

    @Test
    void a_cell_has_one_regular_meeting_a_month() {
        hamlet.registry.holding(MARCH, key("other"));
        hamlet.decision()
                .when(CELL, hold(held("2019-03-10", "2019-03")))
                .refused(new CellMeetingAcross.MonthTaken("cell", "2019-03", "other"));
        hamlet.decision()
                .when(CELL, hold(held("2019-03-10", "2019-02")))
                .recorded(held("2019-03-10", "2019-02"));
    }

    @Test
    void a_meeting_is_held_in_its_month_or_within_31_days_after_it() {
        for (String day : List.of("2019-03-01", "2019-05-01")) {
            new Hamlet().decision().when(CELL, hold(held(day, "2019-03"))).recorded(held(day, "2019-03"));
        }
        for (String day : List.of("2019-02-28", "2019-05-02")) {
            hamlet.decision()
                    .when(CELL, hold(held(day, "2019-03")))
                    .refused(new CellMeetingRejection.OutsideItsMonth(
                            "2019-03", day(day), day("2019-03-01"), day("2019-05-01")));
        }
    }

    @Test
    void attendance_is_taken_of_members_with_an_open_assignment_in_that_cell_on_that_day() {
        hamlet.assignment("post", new CellAssignmentEvent.Suspended(day("2019-04-01"), Hamlet.REASON));
        hamlet.decision()
                .when(CELL, attendance("2019-02-28", "cell", "2019-02", attended("seated")))
                .refused(new CellMeetingAcross.NotSeatedThere("seated", "cell", day("2019-02-28")));
        hamlet.decision()
                .when(CELL, attendance("2019-04-01", "cell", "2019-04", attended("seated")))
                .refused(new CellMeetingAcross.NotSeatedThere("seated", "cell", day("2019-04-01")));
        hamlet.decision()
                .when(COMMUNE, attendance("2019-03-10", "cell-2", "2019-03", attended("seated")))
                .refused(new CellMeetingAcross.NotSeatedThere("seated", "cell-2", day("2019-03-10")));
        hamlet.decision()
                .when(CELL, attendance("2019-03-10", "cell", "2019-03", attended("nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("cell-assignments", "nothing", day("2019-03-10")));
    }

    @Test
    void nobody_is_named_twice() {
        hamlet.decision()
                .when(CELL, attendance("2019-03-10", "cell", "2019-03", attended("seated"), attended("seated")))
                .refused(new CellMeetingRejection.NamedTwice("attendance", "seated"));
        hamlet.decision()
                .when(CELL, superiors("commune", "commune"))
                .refused(new CellMeetingRejection.NamedTwice("superiors", "commune"));
        hamlet.decision()
                .when(CELL, briefings("2019-03-10", Hamlet.BRIEFING, Hamlet.BRIEFING))
                .refused(new CellMeetingRejection.NamedTwice("briefings", "briefing"));
    }

    @Test
    void superiors_stand_on_that_day_and_are_not_the_cell_itself() {
        hamlet.decision().when(CELL, superiors("cell")).refused(new CellMeetingRejection.NotASuperior("cell"));
        hamlet.decision()
                .when(CELL, superiors("nothing"))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nothing", day("2019-03-10")));
        hamlet.dissolve("province", "2019-03-10");
        hamlet.decision()
                .when(CELL, superiors("province"))
                .refused(new NeighbourRejection.OrganisationDissolved("province", day("2019-03-10"), List.of()));
    }

    @Test
    void a_briefing_delivered_at_a_meeting_is_passed_on_that_day() {
        hamlet.registry.with(
                BriefingState.TYPE, Hamlet.BRIEFING, recorder("post"),
                new BriefingEvent.Withdrawn(day("2019-03-20"), Hamlet.REASON));
        hamlet.decision()
                .when(CELL, briefings("2019-03-04", Hamlet.BRIEFING))
                .refused(new CellMeetingAcross.BriefingNotPassed("briefing", "SUBMITTED"));
        hamlet.decision()
                .when(CELL, briefings("2019-03-20", Hamlet.BRIEFING))
                .refused(new CellMeetingAcross.BriefingNotPassed("briefing", "WITHDRAWN"));
        hamlet.decision()
                .when(CELL, briefings("2019-03-10", new BriefingId("nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("briefings", "nothing", day("2019-03-10")));
    }

    @Test
    void only_a_standing_cell_meets() {
        hamlet.decision()
                .when(COMMUNE, attendance("2019-03-10", "commune", "2019-03"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "commune", "COMMUNE_PARTY_COMMITTEE", List.of("CELL")));
        hamlet.dissolve("cell", "2019-03-10");
        hamlet.decision()
                .when(COMMUNE, hold(held("2019-03-10", "2019-03")))
                .refused(new NeighbourRejection.OrganisationDissolved("cell", day("2019-03-10"), List.of()));
    }

    @Test
    void a_meeting_is_recorded_only_once() {
        hamlet.decision()
                .given(CELL, held("2019-03-10", "2019-03"))
                .when(CELL, hold(held("2019-03-11", "2019-03")))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    private static CellMeetingCommand.Hold attendance(String day, String cell, String month, Attendance... members) {
        return hold(new CellMeetingEvent.Held(
                day(day), organisation(cell), new MeetingMonth(month), List.of(members), List.of(), List.of(), null,
                false));
    }

    private static CellMeetingCommand.Hold superiors(String... superiors) {
        return hold(new CellMeetingEvent.Held(
                day("2019-03-10"), organisation("cell"), new MeetingMonth("2019-03"), List.of(),
                Stream.of(superiors).map(OrganisationId::new).toList(), List.of(), null, false));
    }

    private static CellMeetingCommand.Hold briefings(String day, BriefingId... briefings) {
        return hold(new CellMeetingEvent.Held(
                day(day), organisation("cell"), new MeetingMonth("2019-03"), List.of(), List.of(),
                List.of(briefings), null, false));
    }
}
