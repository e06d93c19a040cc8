package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.MEMBER;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignTest {

    private static final String SEAT = "cell-seat:member";

    private final Border border = new Border();

    @Test
    void a_received_member_gets_a_seat_which_is_held_from_that_day_on() {
        border.afterReception()
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .recorded(Border.assigned())
                .keys(new Recorded(SEAT, held("assignment", "2013-03-01", null, null)));
    }

    @Test
    void no_member_is_assigned_before_being_received() {
        border.afterIntroduction()
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("INTRODUCED", List.of("RECEIVED")));
        border.afterReception()
                .when(COMMUNE_DECIDES, assign("2013-02-24", "cell-1"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("INTRODUCED", List.of("RECEIVED")));
    }

    @Test
    void assigning_is_a_decision_of_the_commune() {
        border.afterReception()
                .when(COMMUNE, assign("2013-03-01", "cell-1"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterReception()
                .when(POST_DECIDES, assign("2013-03-01", "cell-1"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("commune")));
    }

    @Test
    void a_cell_of_another_commune_is_refused() {
        border.afterReception()
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-of-commune-2"))
                .refused(new CellAssignmentAcross.CellOfAnotherCommune("cell-of-commune-2", "commune"));
    }

    @Test
    void a_cell_that_the_letter_does_not_name_is_refused() {
        border.afterReception("cell-2")
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .refused(new CellAssignmentRejection.CellNotInLetter("cell-1", List.of("cell-2")));
    }

    @Test
    void a_member_sits_in_one_cell_at_a_time() {
        border.registry.holding(SEAT, held("other", "2012-01-01", "2014-01-01", null));
        border.afterReception()
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .refused(new CellAssignmentAcross.MemberAlreadyAssigned("member", "other"));
    }

    @Test
    void a_seat_that_ended_the_day_before_is_no_hindrance() {
        border.registry.holding(SEAT, held("other", "2012-01-01", "2013-03-01", null));
        border.afterReception()
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .recorded(Border.assigned());
    }

    @Test
    void a_seat_of_long_ago_is_recorded_end_first_for_a_member_who_sits_elsewhere_today() {
        border.registry.holding(SEAT, held("other", "2020-01-01", null, null));
        border.afterReception()
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .refused(new CellAssignmentAcross.MemberAlreadyAssigned("member", "other"));
        border.afterReception()
                .given(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-06-30"), Border.REASON))
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .recorded(Border.assigned())
                .keys(new Recorded(SEAT, held("assignment", "2013-03-01", "2014-06-30", null)));
    }

    @Test
    void a_letter_that_names_several_cells_allows_several_seats_at_a_time() {
        border.registry.holding(SEAT, held("other", "2012-01-01", null, "letter:post:2013-02-20:1-GT/ĐU"));
        border.afterReception("cell-1", "cell-2")
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .recorded(Border.assigned())
                .keys(
                        new Recorded(
                                SEAT, held("assignment", "2013-03-01", null, "letter:post:2013-02-20:1-GT/ĐU")),
                        new Recorded(SEAT + ":cell-1", held("assignment", "2013-03-01", null, null)));
    }

    @Test
    void a_letter_that_names_several_cells_allows_one_seat_in_each() {
        border.registry.holding(SEAT, held("other", "2012-01-01", null, "letter:post:2013-02-20:1-GT/ĐU"));
        border.registry.holding(SEAT + ":cell-1", held("other", "2012-01-01", null, null));
        border.afterReception("cell-1", "cell-2")
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .refused(new CellAssignmentAcross.MemberAlreadyAssigned("member", "other"));
    }

    @Test
    void a_letter_that_names_one_cell_twice_allows_one_seat() {
        border.registry.holding(SEAT, held("other", "2012-01-01", null, "letter:post:2013-02-20:1-GT/ĐU"));
        border.afterReception("cell-1", "cell-1")
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .refused(new CellAssignmentAcross.MemberAlreadyAssigned("member", "other"));
    }

    @Test
    void a_member_transferred_meanwhile_is_not_assigned() {
        border.member(MEMBER, new MemberEvent.Transferred(
                day("2013-02-27"), organisation("post-2"), null, List.of()));
        border.afterReception()
                .when(COMMUNE_DECIDES, assign("2013-03-01", "cell-1"))
                .refused(new CellAssignmentAcross.MemberOfAnotherPost("member", "post-2"));
    }

    static ReservationEvent.Held held(
            String holder, String from, @Nullable String to, @Nullable String sharedUnder) {
        HeldPeriod period = new HeldPeriod(day(from), to == null ? Phase.OPEN_END : day(to));
        return new ReservationEvent.Held(holder, List.of(period), sharedUnder);
    }

    private static CellAssignmentCommand.Assign assign(String day, String cell) {
        return new CellAssignmentCommand.Assign(ASSIGNMENT, day(day), organisation(cell), List.of());
    }
}
