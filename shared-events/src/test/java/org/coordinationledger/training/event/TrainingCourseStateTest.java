package org.coordinationledger.training.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.api.Test;

class TrainingCourseStateTest {

    private static final Actor BORDER_GUARD = recorder("border-guard");

    private final Life<TrainingCourseEvent, TrainingCourseState> scheduled = Life.of(TrainingCourseState.TYPE)
            .then(BORDER_GUARD, new TrainingCourseEvent.Scheduled(
                    day("2023-11-20"), new Subject("Kỹ năng"), List.of(organisation("border-guard")),
                    day("2023-12-04"), day("2023-12-06"), List.of(), false));

    private final TrainingCourseEvent held = new TrainingCourseEvent.Held(
            day("2023-12-08"), day("2023-12-07"),
            List.of(from("post", "12", Quality.EXACT), from("post-2", "20", Quality.ABOUT)));

    private final TrainingCourseEvent cancelled =
            new TrainingCourseEvent.Cancelled(day("2023-12-10"), new Reason("dịch bệnh"));

    @Test
    void a_course_has_the_days_and_participants_it_was_held_with_from_its_last_day_on() {
        Life<TrainingCourseEvent, TrainingCourseState> over = scheduled.then(BORDER_GUARD, held);

        assertThat(over.on("2023-12-07").stage()).isEqualTo(TrainingStage.SCHEDULED);
        assertThat(over.on("2023-12-07").lastDay()).isEqualTo(day("2023-12-06"));
        assertThat(over.on("2023-12-07").participantCount()).isEqualTo(Quantity.NONE);
        assertThat(over.on("2023-12-08").firstDay()).isEqualTo(day("2023-12-07"));
        assertThat(over.on("2023-12-08").lastDay()).isEqualTo(day("2023-12-08"));
        assertThat(over.on("2023-12-08").participantCount())
                .isEqualTo(new Quantity(new BigDecimal("32"), Quality.ABOUT, null));
    }

    @Test
    void a_course_that_was_cancelled_since_was_not_held_before_unless_that_is_voided() {
        Life<TrainingCourseEvent, TrainingCourseState> off = scheduled.then(BORDER_GUARD, cancelled);

        assertThat(catchThrowableOfType(RejectedException.class, () -> off.then(BORDER_GUARD, held)).rejection())
                .isEqualTo(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "training-course.cancelled", day("2023-12-10"), "training-course/already-over"))));
        assertThat(off.voids(BORDER_GUARD, 1).then(BORDER_GUARD, held).on("2023-12-10").stage())
                .isEqualTo(TrainingStage.HELD);
    }

    @Test
    void a_course_that_is_voided_as_held_is_scheduled_as_before() {
        TrainingCourseState again =
                scheduled.then(BORDER_GUARD, held).voids(BORDER_GUARD, 1).on("2023-12-08");

        assertThat(again).isEqualTo(scheduled.on("2023-11-20"));
    }

    private static Participants from(String organisation, String count, Quality quality) {
        return new Participants(organisation(organisation), new Quantity(new BigDecimal(count), quality, null));
    }
}
