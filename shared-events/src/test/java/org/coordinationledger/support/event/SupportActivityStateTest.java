package org.coordinationledger.support.event;

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
import org.coordinationledger.vocabulary.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupportActivityStateTest {

    private static final Actor GIVER = recorder("border-guard");

    private final Life<SupportActivityEvent, SupportActivityState> promised = Life.of(SupportActivityState.TYPE)
            .then(GIVER, new SupportActivityEvent.Promised(
                    day("2023-01-01"), SupportKind.HOUSE, organisation("border-guard"),
                    List.of(organisation("commune")), extent("475000000", Quality.EXACT, "11"), new Unit("căn nhà"),
                    false, null, List.of(), false));

    @Test
    void what_was_given_in_parts_is_added_up_and_the_promise_stays_beside_it() {
        SupportActivityState given = promised
                .then(GIVER, kept("2023-02-01", extent("100000000", Quality.EXACT, "2")))
                .then(GIVER, kept("2023-03-01", extent("300000000", Quality.MORE_THAN, "7")))
                .on("2023-03-01");

        assertThat(given.given())
                .isEqualTo(new Extent(quantity("400000000", Quality.MORE_THAN), quantity("9", Quality.EXACT)));
        assertThat(given.promised()).isEqualTo(extent("475000000", Quality.EXACT, "11"));
        assertThat(given.stageSince()).isEqualTo(day("2023-02-01"));
    }

    @Test
    void a_part_that_is_recorded_late_counts_from_its_own_day_on() {
        Life<SupportActivityEvent, SupportActivityState> late = promised
                .then(GIVER, kept("2023-03-01", extent("300000000", Quality.EXACT, "7")))
                .then(GIVER, kept("2023-02-01", extent("100000000", Quality.EXACT, "2")));

        assertThat(late.on("2023-01-31").stage()).isEqualTo(SupportStage.PROMISED);
        assertThat(late.on("2023-01-31").given()).isNull();
        assertThat(late.on("2023-02-01").given()).isEqualTo(extent("100000000", Quality.EXACT, "2"));
        assertThat(late.on("2023-03-01").given()).isEqualTo(extent("400000000", Quality.EXACT, "9"));
        assertThat(late.on("2023-03-01").stageSince()).isEqualTo(day("2023-02-01"));
    }

    @Test
    void a_part_that_is_voided_was_not_given() {
        Life<SupportActivityEvent, SupportActivityState> voided = promised
                .then(GIVER, kept("2023-02-01", extent("100000000", Quality.ABOUT, "2")))
                .then(GIVER, kept("2023-03-01", extent("300000000", Quality.EXACT, null)))
                .voids(GIVER, 1);

        assertThat(voided.on("2023-02-01").stage()).isEqualTo(SupportStage.PROMISED);
        assertThat(voided.on("2023-03-01").given()).isEqualTo(extent("300000000", Quality.EXACT, null));
        assertThat(voided.voids(GIVER, 2).on("2023-03-01").stage()).isEqualTo(SupportStage.PROMISED);
    }

    @Test
    void nothing_is_given_late_under_a_promise_that_was_withdrawn_since_until_that_is_voided() {
        Life<SupportActivityEvent, SupportActivityState> withdrawn = promised.then(
                GIVER, new SupportActivityEvent.PromiseWithdrawn(day("2023-06-30"), new Reason("hết nguồn")));
        SupportActivityEvent late = kept("2023-06-01", extent(null, Quality.EXACT, "2"));

        assertThat(withdrawn.on("2023-06-29").counts()).isTrue();
        assertThat(withdrawn.on("2023-06-30").counts()).isFalse();
        assertThat(refusal(() -> withdrawn.then(GIVER, late)))
                .isEqualTo(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "support-activity.promise-withdrawn", day("2023-06-30"), "support-activity/partly-given"))));
        assertThat(withdrawn.voids(GIVER, 1).then(GIVER, late).on("2023-06-30").stage())
                .isEqualTo(SupportStage.GIVEN);
    }

    @Test
    void a_promise_is_not_voided_under_what_kept_it() {
        Life<SupportActivityEvent, SupportActivityState> given =
                promised.then(GIVER, kept("2023-02-01", extent("475000000", Quality.EXACT, "11")));

        assertThat(refusal(() -> given.voids(GIVER, 0)))
                .isEqualTo(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "support-activity.promise-kept", day("2023-02-01"), "timeline/not-yet-begun"))));
    }

    private static Object refusal(Runnable trying) {
        return catchThrowableOfType(RejectedException.class, trying::run).rejection();
    }

    private static SupportActivityEvent kept(String on, Extent extent) {
        return new SupportActivityEvent.PromiseKept(day(on), extent);
    }

    private static Extent extent(@Nullable String vnd, Quality quality, @Nullable String count) {
        return new Extent(
                vnd == null ? null : quantity(vnd, quality), count == null ? null : quantity(count, Quality.EXACT));
    }

    private static Quantity quantity(String number, Quality quality) {
        return new Quantity(new BigDecimal(number), quality, null);
    }
}
