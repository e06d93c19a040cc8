package org.coordinationledger.cellmeeting.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent.Attendance;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellMeetingTest {

    @ParameterizedTest
    @CsvSource({
        "2019-01, 2019-01-01, 2019-03-03",
        "2020-02, 2020-02-01, 2020-03-31",
        "2019-12, 2019-12-01, 2020-01-31"
    })
    void a_months_meeting_is_made_up_for_within_31_days(String month, LocalDate first, LocalDate latest) {
        assertThat(new MeetingMonth(month).firstDay()).isEqualTo(first);
        assertThat(new MeetingMonth(month).latest()).isEqualTo(latest);
        assertThat(new MeetingMonth(month)).hasToString(month);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "2019", "2019-00", "2019-13", "2019-1", "19-01", "1929-12", "2200-01", "2019-01 ", "２０１９-01"
            })
    void anything_else_is_no_month(String text) {
        assertThatThrownBy(() -> new MeetingMonth(text))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(new ValueRejection.ImpossibleDate(text)));
    }

    @Test
    void who_was_there_and_who_was_not_is_counted() {
        CellMeetingState meeting = held(List.of(
                        attendance(1, Presence.ATTENDED),
                        attendance(2, Presence.ABSENT_ILL),
                        attendance(3, Presence.ABSENT_UNEXCUSED)))
                .on("2019-03-10");

        assertThat(meeting.attended()).isEqualTo(1);
        assertThat(meeting.absent()).isEqualTo(2);
    }

    @Test
    void a_meeting_counts_from_its_day_on_and_moves_with_a_correction_of_it() {
        Life<CellMeetingEvent, CellMeetingState> life = held(List.of());
        assertThat(life.timeline().on(day("2019-03-09"))).isEmpty();
        assertThat(life.timeline().on(day("2030-01-01"))).isPresent();

        Life<CellMeetingEvent, CellMeetingState> corrected =
                life.corrects(recorder("cell"), 0, event("2019-03-12", List.of()));
        assertThat(corrected.timeline().on(day("2019-03-11"))).isEmpty();
        assertThat(corrected.on("2019-03-12").heldOn()).isEqualTo(day("2019-03-12"));
        assertThat(life.voids(recorder("cell"), 0).timeline().phases()).isEmpty();
    }

    @Test
    void lists_of_a_meeting_have_bounds() {
        List<Attendance> many = IntStream.rangeClosed(0, CellMeetingEvent.MOST_ATTENDANCES)
                .mapToObj(i -> attendance(i, Presence.ATTENDED))
                .toList();
        assertThatThrownBy(() -> held(many))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(new ValueRejection.TooMany(65, 64)));
    }

    private static Life<CellMeetingEvent, CellMeetingState> held(List<Attendance> attendance) {
        return Life.of(CellMeetingState.TYPE).then(recorder("cell"), event("2019-03-10", attendance));
    }

    private static CellMeetingEvent.Held event(String day, List<Attendance> attendance) {
        return new CellMeetingEvent.Held(
                day(day), organisation("cell"), new MeetingMonth("2019-03"), attendance, List.of(), List.of(), null,
                false);
    }

    private static Attendance attendance(int assignment, Presence presence) {
        return new Attendance(new CellAssignmentId("assignment-" + assignment), presence);
    }
}
