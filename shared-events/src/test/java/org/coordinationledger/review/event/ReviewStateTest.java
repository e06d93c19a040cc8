package org.coordinationledger.review.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewStateTest {

    private final Life<ReviewEvent, ReviewState> convened = Life.of(ReviewState.TYPE)
            .then(decider("province"), new ReviewEvent.Convened(
                    day("2018-06-01"), organisation("province"), ReviewKind.FINAL,
                    new RecordReference("programmes", "programme"), day("2013-01-01"), day("2018-05-31"), null, null,
                    List.of(), List.of(), false));

    private final Life<ReviewEvent, ReviewState> assessed = convened.then(decider("province"), new ReviewEvent.Assessed(
            day("2018-06-03"), AssessmentLevel.COMPLETED, new Subject("Hoàn thành")));

    @Test
    void a_follow_up_is_overdue_the_day_after_its_due_date_until_it_is_done() {
        Life<ReviewEvent, ReviewState> directed = assessed
                .then(decider("province"), directed(followUp("rules", "post", "2018-12-31")))
                .then(decider("province"), directed(followUp("training", "post", null)))
                .then(recorder("post"), done("2019-02-01", "rules"));

        assertThat(directed.on("2018-12-31").followUpsOverdue()).isZero();
        assertThat(directed.on("2019-01-01").followUpsOverdue()).isEqualTo(1);
        assertThat(directed.on("2019-01-01").followUpsOpen()).isEqualTo(2);
        assertThat(directed.on("2019-02-01").followUpsOverdue()).isZero();
        assertThat(directed.on("2019-02-01").followUpsOpen()).isEqualTo(1);
        assertThat(directed.on("2019-02-01").responsible()).containsExactly(organisation("post"));
    }

    @Test
    void a_voided_doing_leaves_the_follow_up_open_and_overdue() {
        Life<ReviewEvent, ReviewState> voided = assessed
                .then(decider("province"), directed(followUp("rules", "post", "2018-12-31")))
                .then(recorder("post"), done("2018-12-01", "rules"))
                .voids(recorder("post"), 3);

        assertThat(voided.on("2018-12-01").followUpsOpen()).isEqualTo(1);
        assertThat(voided.on("2019-01-01").followUpsOverdue()).isEqualTo(1);
    }

    @Test
    void figures_recorded_late_still_come_before_the_assessment_in_effect() {
        ReviewEvent.FiguresFrozen frozen = new ReviewEvent.FiguresFrozen(
                day("2018-06-02"), 7,
                List.of(new FrozenFigure(new FigureName("cells"), null, day("2018-05-31"), null, null, List.of())));

        ReviewState.Frozen known = assessed.then(recorder("province"), frozen).on("2018-06-03").frozen();

        assertThat(known).isEqualTo(new ReviewState.Frozen(day("2018-06-02"), 7, frozen.figures()));
    }

    @Test
    void who_attended_counts_once_and_a_later_record_takes_the_place_of_an_earlier_one() {
        Life<ReviewEvent, ReviewState> attended = convened
                .then(recorder("province"), attended("2018-06-01", "post", "commune", "post"))
                .then(recorder("province"), attended("2018-06-02", "cell"));

        assertThat(attended.on("2018-06-01").attended())
                .containsExactly(organisation("post"), organisation("commune"));
        assertThat(attended.on("2018-06-02").attended()).containsExactly(organisation("cell"));
    }

    @Test
    void figures_are_frozen_at_a_position_of_the_ledger() {
        List<FrozenFigure> figures =
                List.of(new FrozenFigure(new FigureName("cells"), null, day("2018-05-31"), null, null, List.of()));

        assertThat(refusal(() -> new ReviewEvent.FiguresFrozen(day("2018-06-02"), -1, figures)))
                .isEqualTo(new ValueRejection.NegativeQuantity("-1"));
        assertThat(refusal(() -> new ReviewEvent.FiguresFrozen(day("2018-06-02"), 7, List.of())))
                .isEqualTo(new ValueRejection.Missing("figures"));
        assertThat(refusal(() -> new ReviewEvent.FiguresFrozen(
                        day("2018-06-02"), 7, Collections.nCopies(65, figures.get(0)))))
                .isEqualTo(new ValueRejection.TooMany(65, 64));
        assertThat(refusal(() -> new FrozenFigure(
                        new FigureName("cells"), null, day("2018-05-31"), null, null, Collections.nCopies(65, "a"))))
                .isEqualTo(new ValueRejection.TooMany(65, 64));
    }

    @Test
    void a_review_asks_so_many_organisations_and_for_so_much_and_no_more() {
        Life<ReviewEvent, ReviewState> directed = assessed;
        for (int step = 0; step < 4; step++) {
            String batch = "f" + step + "-";
            directed = directed.then(decider("province"), directed(IntStream.range(0, 32)
                    .mapToObj(i -> followUp(batch + i, "organisation-" + i, null))
                    .toArray(FollowUp[]::new)));
        }
        Life<ReviewEvent, ReviewState> full = directed;
        assertThat(full.on("2018-06-03").responsible()).hasSize(32);
        assertThat(refusal(() -> full.then(decider("province"), directed(followUp("more", "organisation-1", null)))))
                .isEqualTo(new ValueRejection.TooMany(129, 128));
        assertThat(refusal(() -> assessed
                        .then(decider("province"), directed(IntStream.range(0, 32)
                                .mapToObj(i -> followUp("f" + i, "organisation-" + i, null))
                                .toArray(FollowUp[]::new)))
                        .then(decider("province"), directed(followUp("more", "another", null)))))
                .isEqualTo(new ValueRejection.TooMany(33, 32));
    }

    private static Rejection refusal(Runnable step) {
        RejectedException[] refused = new RejectedException[1];
        assertThatThrownBy(step::run).isInstanceOfSatisfying(RejectedException.class, e -> refused[0] = e);
        return refused[0].rejection();
    }

    private static ReviewEvent.AttendanceRecorded attended(String day, String... organisations) {
        return new ReviewEvent.AttendanceRecorded(
                day(day), Stream.of(organisations).map(OrganisationId::new).toList());
    }

    private static ReviewEvent.Directed directed(FollowUp... followUps) {
        return new ReviewEvent.Directed(day("2018-06-03"), List.of(followUps), List.of());
    }

    private static FollowUp followUp(String key, String who, @Nullable String dueOn) {
        return new FollowUp(
                new PartKey(key), new Subject("Việc phải làm"), organisation(who), dueOn == null ? null : day(dueOn));
    }

    private static ReviewEvent.FollowUpDone done(String day, String key) {
        return new ReviewEvent.FollowUpDone(day(day), new PartKey(key), organisation("post"), null);
    }
}
