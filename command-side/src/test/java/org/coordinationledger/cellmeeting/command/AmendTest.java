package org.coordinationledger.cellmeeting.command;

import static org.coordinationledger.cellmeeting.command.Hamlet.CELL;
import static org.coordinationledger.cellmeeting.command.Hamlet.COMMUNE;
import static org.coordinationledger.cellmeeting.command.Hamlet.MARCH;
import static org.coordinationledger.cellmeeting.command.Hamlet.held;
import static org.coordinationledger.cellmeeting.command.Hamlet.key;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

/** Corrections and voids of a meeting. */
class AmendTest {

    private static final Amend.Void VOID =
            new Amend.Void(new AnyRecordId("meeting"), day("2026-01-01"), 0, Hamlet.REASON, List.of());

    private final Hamlet hamlet = new Hamlet();

    @Test
    void a_corrected_month_moves_the_key_with_it() {
        hamlet.registry.holding(MARCH, key("meeting"));
        Amend.Correct correct = correct(held("2019-03-10", "2019-02"));
        hamlet.decision()
                .given(CELL, held("2019-03-10", "2019-03"))
                .when(CELL, correct)
                .recorded(correct.event())
                .keys(
                        new Recorded("cell-meeting:cell:2019-02", key("meeting")),
                        new Recorded(MARCH, new ReservationEvent.Released("meeting")));
    }

    @Test
    void a_meeting_is_not_corrected_to_a_month_that_has_one() {
        hamlet.registry.holding(MARCH, key("meeting"));
        hamlet.registry.holding("cell-meeting:cell:2019-02", key("other"));
        hamlet.decision()
                .given(CELL, held("2019-03-10", "2019-03"))
                .when(CELL, correct(held("2019-03-10", "2019-02")))
                .refused(new CellMeetingAcross.MonthTaken("cell", "2019-02", "other"));
    }

    @Test
    void a_voided_meeting_sets_its_month_free() {
        hamlet.registry.holding(MARCH, key("meeting"));
        hamlet.decision()
                .given(CELL, held("2019-03-10", "2019-03"))
                .when(CELL, VOID)
                .recorded(VOID.event())
                .keys(new Recorded(MARCH, new ReservationEvent.Released("meeting")));
    }

    @Test
    void only_who_recorded_a_meeting_amends_it() {
        hamlet.decision()
                .given(CELL, held("2019-03-10", "2019-03"))
                .when(COMMUNE, VOID)
                .refused(new TimelineRejection.NotItsOrganisation(0, "cell"));
    }

    private static Amend.Correct correct(CellMeetingEvent.Held replacement) {
        return new Amend.Correct(
                new AnyRecordId("meeting"), day("2026-01-01"), 0, replacement, Hamlet.REASON, List.of());
    }
}
