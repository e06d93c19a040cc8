package org.coordinationledger.briefing.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.Test;

/** What a briefing is on a day, whatever the order in which its steps were recorded. */
class BriefingTest {

    private static final Actor WRITER = recorder("post");
    private static final Actor COMMITTEE = decider("post").through(Body.COMMITTEE);
    private static final TextDigest FIRST = new TextDigest("1".repeat(64));
    private static final TextDigest SECOND = new TextDigest("2".repeat(64));
    private static final Reason REASON = new Reason("chưa rõ");

    private static Life<BriefingEvent, BriefingState> passed() {
        return Life.of(BriefingState.TYPE)
                .then(WRITER, new BriefingEvent.Drafted(
                        day("2019-03-01"), organisation("post"), new Subject("Tình hình"), BriefingTopic.LEGAL,
                        Classification.ORDINARY, FIRST, List.of(), false))
                .then(WRITER, new BriefingEvent.Submitted(day("2019-03-05"), 1))
                .then(COMMITTEE, new BriefingEvent.Passed(day("2019-03-08"), 1, FIRST, List.of()));
    }

    private static BriefingEvent.Delivered delivered(String day, TextDigest digest) {
        return new BriefingEvent.Delivered(day(day), organisation("cell"), Audience.CELL_COMMITTEE, digest, null);
    }

    @Test
    void each_stage_begins_on_its_day() {
        Life<BriefingEvent, BriefingState> life =
                passed().then(COMMITTEE, new BriefingEvent.Withdrawn(day("2019-06-01"), REASON));

        assertThat(life.on("2019-03-04").stage()).isEqualTo(BriefingStage.DRAFTED);
        assertThat(life.on("2019-03-05").stage()).isEqualTo(BriefingStage.SUBMITTED);
        assertThat(life.on("2019-03-07").deliverable()).isFalse();
        assertThat(life.on("2019-03-08").deliverable()).isTrue();
        assertThat(life.on("2019-05-31").deliverable()).isTrue();
        assertThat(life.on("2019-06-01").stage()).isEqualTo(BriefingStage.WITHDRAWN);
    }

    @Test
    void a_late_recorded_delivery_belongs_to_the_revision_of_its_day() {
        Life<BriefingEvent, BriefingState> life = passed()
                .then(WRITER, new BriefingEvent.Revised(day("2019-04-01"), 2, SECOND))
                .then(WRITER, new BriefingEvent.Submitted(day("2019-04-02"), 2))
                .then(COMMITTEE, new BriefingEvent.Passed(day("2019-04-03"), 2, SECOND, List.of()))
                .then(WRITER, delivered("2019-04-10", SECOND))
                .then(WRITER, delivered("2019-03-20", FIRST));

        assertThat(life.on("2019-05-01").deliveries())
                .extracting(BriefingState.Delivery::revision)
                .containsExactly(1, 2);
        assertThat(life.on("2019-03-31").deliveries()).hasSize(1);
    }

    @Test
    void a_revision_recorded_late_stands_against_a_delivery_after_it() {
        Life<BriefingEvent, BriefingState> life = passed().then(WRITER, delivered("2019-03-20", FIRST));
        RejectedException refused = catchThrowableOfType(
                RejectedException.class,
                () -> life.then(WRITER, new BriefingEvent.Revised(day("2019-03-19"), 2, SECOND)));

        assertThat(refused.rejection())
                .isEqualTo(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        3, "briefing.delivered", day("2019-03-20"), "briefing/step-out-of-order"))));
    }

    @Test
    void a_voided_pass_leaves_it_submitted_and_to_be_passed_anew() {
        Life<BriefingEvent, BriefingState> life = passed().voids(COMMITTEE, 2);

        assertThat(life.on("2019-03-10").stage()).isEqualTo(BriefingStage.SUBMITTED);
        assertThat(life.then(COMMITTEE, new BriefingEvent.Passed(day("2019-03-09"), 1, FIRST, List.of()))
                        .on("2019-03-10")
                        .deliverable())
                .isTrue();
    }

    @Test
    void what_was_returned_once_stays_known_as_such() {
        Life<BriefingEvent, BriefingState> life = passed()
                .voids(COMMITTEE, 2)
                .then(COMMITTEE, new BriefingEvent.Returned(day("2019-03-08"), REASON))
                .then(WRITER, new BriefingEvent.Submitted(day("2019-03-10"), 1))
                .then(COMMITTEE, new BriefingEvent.Passed(day("2019-03-12"), 1, FIRST, List.of()));

        assertThat(life.on("2019-03-07").returnedOn()).isNull();
        assertThat(life.on("2019-03-08").stage()).isEqualTo(BriefingStage.RETURNED);
        assertThat(life.on("2019-03-12").returnedOn()).isEqualTo(day("2019-03-08"));
    }

    @Test
    void a_return_that_a_second_submission_rests_on_is_not_voided() {
        Life<BriefingEvent, BriefingState> life = passed()
                .voids(COMMITTEE, 2)
                .then(COMMITTEE, new BriefingEvent.Returned(day("2019-03-08"), REASON))
                .then(WRITER, new BriefingEvent.Submitted(day("2019-03-10"), 1));
        RejectedException refused = catchThrowableOfType(RejectedException.class, () -> life.voids(COMMITTEE, 4));

        assertThat(refused.rejection())
                .isEqualTo(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        5, "briefing.submitted", day("2019-03-10"), "briefing/step-out-of-order"))));
    }

    @Test
    void a_classification_is_ordinary_or_is_not_read() {
        assertThat(Classification.of("ORDINARY")).isEqualTo(Classification.ORDINARY);
        for (String secret : List.of("SECRET", "ordinary", "", "MẬT")) {
            RejectedException refused =
                    catchThrowableOfType(RejectedException.class, () -> Classification.of(secret));
            assertThat(refused.rejection()).isEqualTo(new BriefingRejection.StateSecret(secret));
        }
        RejectedException refused =
                catchThrowableOfType(RejectedException.class, () -> Classification.of("x".repeat(1_000)));
        assertThat(refused.rejection()).isEqualTo(new BriefingRejection.StateSecret("x".repeat(40) + "…"));
    }
}
