package org.coordinationledger.briefing.command;

import static org.coordinationledger.briefing.command.Station.BRIEFING;
import static org.coordinationledger.briefing.command.Station.FIRST;
import static org.coordinationledger.briefing.command.Station.SECOND;
import static org.coordinationledger.briefing.command.Station.WRITER;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.briefing.event.Audience;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliverTest {

    private final Station station = new Station();

    @Test
    void a_passed_text_is_delivered_to_many_cells() {
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell"))
                .recorded(Station.delivered("2019-03-15", "cell"));
        station.afterPass()
                .given(WRITER, Station.delivered("2019-03-15", "cell"))
                .when(WRITER, deliver("2019-03-15", "cell-2"))
                .recorded(Station.delivered("2019-03-15", "cell-2"));
    }

    @Test
    void nothing_is_delivered_before_it_passed() {
        station.afterSubmission()
                .when(WRITER, deliver("2019-03-15", "cell"))
                .refused(new BriefingRejection.StepOutOfOrder("SUBMITTED", List.of("PASSED")));
        station.afterPass()
                .when(WRITER, deliver("2019-03-07", "cell"))
                .refused(new BriefingRejection.StepOutOfOrder("SUBMITTED", List.of("PASSED")));
    }

    @Test
    void a_revision_that_has_not_passed_is_not_delivered_and_neither_is_the_one_before() {
        station.afterPass()
                .given(WRITER, new BriefingEvent.Revised(day("2019-03-12"), 2, SECOND))
                .when(WRITER, deliver("2019-03-15", "cell"))
                .refused(new BriefingRejection.StepOutOfOrder("DRAFTED", List.of("PASSED")));
    }

    @Test
    void exactly_the_passed_text_is_shown() {
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell", SECOND, null))
                .refused(new BriefingRejection.OtherText(SECOND.value(), FIRST.value()));
    }

    @Test
    void a_cell_is_given_a_revision_once_a_day() {
        Decision<Briefing> delivered = station.afterPass().given(WRITER, Station.delivered("2019-03-15", "cell"));
        delivered
                .when(WRITER, deliver("2019-03-15", "cell"))
                .refused(new BriefingRejection.AlreadyDelivered("cell", day("2019-03-15")));
        station.afterPass()
                .given(WRITER, Station.delivered("2019-03-15", "cell"))
                .when(WRITER, deliver("2019-03-16", "cell"))
                .recorded(Station.delivered("2019-03-16", "cell"));
    }

    @Test
    void only_the_post_delivers() {
        station.afterPass()
                .when(recorder("commune"), deliver("2019-03-15", "cell"))
                .refused(new BriefingRejection.NotItsPost("post"));
    }

    @Test
    void a_post_briefs_standing_cells_of_its_own_territory_and_nobody_else() {
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell-of-commune-2"))
                .refused(new BriefingAcross.CellNotCovered("cell-of-commune-2", "commune-2", "post"));
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell-of-nobody"))
                .refused(new BriefingAcross.CellNotCovered("cell-of-nobody", null, "post"));
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "commune"))
                .refused(new NeighbourRejection.WrongOrganisationKind(
                        "commune", "COMMUNE_PARTY_COMMITTEE", List.of("CELL")));
        station.dissolve("cell", "2019-03-15");
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell"))
                .refused(new NeighbourRejection.OrganisationDissolved("cell", day("2019-03-15"), List.of()));
    }

    @Test
    void territory_counts_as_it_was_on_the_day() {
        station.registered("post", new OrganisationEvent.TerritoryCovered(
                day("2019-03-15"), List.of(organisation("commune-2")), null, List.of()));
        station.afterPass()
                .when(WRITER, deliver("2019-03-14", "cell"))
                .recorded(Station.delivered("2019-03-14", "cell"));
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell"))
                .refused(new BriefingAcross.CellNotCovered("cell", "commune", "post"));
    }

    @Test
    void a_delivery_names_the_meeting_of_that_cell_on_that_day() {
        CellMeetingId meeting = station.meeting("cell", "2019-03-15");
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell", FIRST, meeting))
                .recorded(new BriefingEvent.Delivered(
                        day("2019-03-15"), organisation("cell"), Audience.CELL, FIRST, meeting));
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell-2", FIRST, meeting))
                .refused(new BriefingAcross.NotAtThatMeeting("meeting", "cell-2", day("2019-03-15")));
        station.afterPass()
                .when(WRITER, deliver("2019-03-16", "cell", FIRST, meeting))
                .refused(new BriefingAcross.NotAtThatMeeting("meeting", "cell", day("2019-03-16")));
        station.afterPass()
                .when(WRITER, deliver("2019-03-15", "cell", FIRST, new CellMeetingId("nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("cell-meetings", "nothing", day("2019-03-15")));
    }

    @Test
    void deliveries_have_a_bound() {
        Decision<Briefing> many = station.afterPass();
        for (int i = 0; i < BriefingState.MOST_DELIVERIES; i++) {
            many.given(WRITER, new BriefingEvent.Delivered(
                    day("2019-03-15"), organisation("cell-" + i), Audience.CELL, FIRST, null));
        }
        many.when(WRITER, deliver("2019-03-16", "cell"))
                .refused(new BriefingRejection.TooManyDeliveries(BriefingState.MOST_DELIVERIES));
    }

    private static BriefingCommand.Deliver deliver(String day, String cell) {
        return deliver(day, cell, FIRST, null);
    }

    private static BriefingCommand.Deliver deliver(
            String day, String cell, TextDigest digest, @Nullable CellMeetingId meeting) {
        return new BriefingCommand.Deliver(BRIEFING, day(day), organisation(cell), Audience.CELL, digest, meeting);
    }
}
