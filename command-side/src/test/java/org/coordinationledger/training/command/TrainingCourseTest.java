package org.coordinationledger.training.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.training.event.Participants;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.training.event.TrainingCourseRejection;
import org.coordinationledger.training.event.TrainingCourseState;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TrainingCourseId;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

class TrainingCourseTest {

    private static final Actor BORDER_GUARD = recorder("border-guard");
    private static final TrainingCourseId COURSE = new TrainingCourseId("course");

    private final Landscape landscape = new Landscape();

    private Decision<TrainingCourse> decision() {
        return Decision.of(TrainingCourse.class, TrainingCourseState.TYPE, landscape.registry);
    }

    @Test
    void one_of_those_who_run_a_course_schedules_it() {
        TrainingCourseCommand.Schedule schedule = schedule("2023-12-04", "border-guard", "district");
        decision().when(BORDER_GUARD, schedule).recorded(schedule.event()).keys();
        decision().when(recorder("district"), schedule).recorded(schedule.event());
        decision().when(recorder("post"), schedule)
                .refused(new TrainingCourseRejection.NotAnOrganiser(List.of("border-guard", "district")));
        decision().when(BORDER_GUARD, schedule("2023-12-04", "border-guard", "border-guard"))
                .refused(new TrainingCourseRejection.NamedTwice("border-guard"));
        decision().when(BORDER_GUARD, schedule("2023-12-07", "border-guard"))
                .refused(new TrainingCourseRejection.EndsBeforeItBegins(day("2023-12-07"), day("2023-12-06")));
        landscape.dissolve("district", "2023-11-20");
        decision().when(BORDER_GUARD, schedule)
                .refused(new NeighbourRejection.OrganisationDissolved("district", day("2023-11-20"), List.of()));
    }

    @Test
    void a_course_is_held_once_with_its_participants_by_organisation() {
        TrainingCourseCommand.Hold hold = hold("2023-12-06", "12", "post", "post-2");
        decision().given(BORDER_GUARD, scheduled()).when(BORDER_GUARD, hold).recorded(hold.event());
        decision().given(BORDER_GUARD, scheduled())
                .given(BORDER_GUARD, hold.event())
                .when(BORDER_GUARD, hold)
                .refused(new TrainingCourseRejection.AlreadyOver("HELD", day("2023-12-06")));
        decision().given(BORDER_GUARD, scheduled())
                .when(recorder("post"), hold)
                .refused(new TrainingCourseRejection.NotAnOrganiser(List.of("border-guard")));
        decision().given(BORDER_GUARD, scheduled())
                .when(BORDER_GUARD, hold("2023-12-06", "12", "post", "post"))
                .refused(new TrainingCourseRejection.NamedTwice("post"));
        decision().given(BORDER_GUARD, scheduled())
                .when(BORDER_GUARD, hold("2023-12-03", "12", "post"))
                .refused(new TrainingCourseRejection.EndsBeforeItBegins(day("2023-12-04"), day("2023-12-03")));
        decision().given(BORDER_GUARD, scheduled())
                .when(BORDER_GUARD, hold("2023-12-06", "12", "nobody"))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nobody", day("2023-12-04")));
    }

    @Test
    void participants_are_whole_and_there_are_some() {
        assertThat(catchThrowableOfType(RejectedException.class, () -> hold("2023-12-06", "1.5", "post").event())
                        .rejection())
                .isEqualTo(new ValueRejection.NotWhole("1.5"));
        assertThat(catchThrowableOfType(RejectedException.class, () -> hold("2023-12-06", "1").event())
                        .rejection())
                .isEqualTo(new ValueRejection.Missing("participants"));
    }

    @Test
    void participants_come_from_so_many_organisations_and_no_more() {
        String[] many = IntStream.range(0, 65).mapToObj(i -> "organisation-" + i).toArray(String[]::new);
        assertThat(hold("2023-12-06", "1", Arrays.copyOf(many, 64)).event().participants()).hasSize(64);
        assertThat(catchThrowableOfType(RejectedException.class, () -> hold("2023-12-06", "1", many).event())
                        .rejection())
                .isEqualTo(new ValueRejection.TooMany(65, 64));
    }

    @Test
    void a_course_is_cancelled_before_it_is_held() {
        TrainingCourseCommand.Cancel cancel = new TrainingCourseCommand.Cancel(COURSE, day("2023-12-01"), Landscape.REASON);
        decision().given(BORDER_GUARD, scheduled()).when(BORDER_GUARD, cancel).recorded(cancel.event());
        decision().given(BORDER_GUARD, scheduled())
                .given(BORDER_GUARD, cancel.event())
                .when(BORDER_GUARD, hold("2023-12-06", "12", "post"))
                .refused(new TrainingCourseRejection.AlreadyOver("CANCELLED", day("2023-12-01")));
    }

    @Test
    void a_course_is_scheduled_first_and_only_once() {
        decision().when(BORDER_GUARD, hold("2023-12-06", "12", "post"))
                .refused(new ServiceRejection.UnknownRecord("training-courses", "course"));
        decision().given(BORDER_GUARD, scheduled())
                .when(BORDER_GUARD, schedule("2023-12-04", "border-guard"))
                .refused(new TimelineRejection.AlreadyBegun());
    }

    private static TrainingCourseEvent scheduled() {
        return schedule("2023-12-04", "border-guard").event();
    }

    private static TrainingCourseCommand.Schedule schedule(String firstDay, String... organisers) {
        return new TrainingCourseCommand.Schedule(
                COURSE, day("2023-11-20"), new Subject("Kỹ năng công tác xây dựng Đảng"),
                Stream.of(organisers).map(OrganisationId::new).toList(), day(firstDay), day("2023-12-06"), List.of(),
                null);
    }

    private static TrainingCourseCommand.Hold hold(String lastDay, String count, String... from) {
        return new TrainingCourseCommand.Hold(
                COURSE, day(lastDay), day("2023-12-04"),
                Stream.of(from)
                        .map(o -> new Participants(
                                organisation(o), new Quantity(new BigDecimal(count), Quality.EXACT, null)))
                        .toList());
    }
}
