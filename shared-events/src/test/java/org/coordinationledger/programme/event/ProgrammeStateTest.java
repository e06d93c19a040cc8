package org.coordinationledger.programme.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.programme.event.ProgrammeState.TargetState;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.Unit;
import org.junit.jupiter.api.Test;

class ProgrammeStateTest {

    private static final PartKey TARGET = new PartKey("cells");

    private final Life<ProgrammeEvent, ProgrammeState> adopted = Life.of(ProgrammeState.TYPE)
            .then(decider("province"), new ProgrammeEvent.Adopted(
                    day("2018-01-01"), organisation("province"), ProgrammeKind.RESOLUTION, new Subject("Nghị quyết"), null,
                    false, day("2018-01-01"), null,
                    List.of(target("cells", "2019-12-31"), target("houses", "2020-06-30")), List.of(), false));

    @Test
    void a_target_lags_from_the_day_after_its_due_date_without_an_event() {
        assertThat(statusOn(adopted, "2019-12-31")).isEqualTo(TargetStatus.UNDER_WAY);
        assertThat(statusOn(adopted, "2020-01-01")).isEqualTo(TargetStatus.BEHIND);
        assertThat(adopted.on("2020-06-30").count(TargetStatus.BEHIND)).isEqualTo(1);
        assertThat(adopted.on("2020-07-01").count(TargetStatus.BEHIND)).isEqualTo(2);
    }

    @Test
    void a_target_is_met_from_the_report_on_that_reaches_it() {
        Life<ProgrammeEvent, ProgrammeState> reported = adopted.then(recorder("province"), report("2019-06-01", "33", false));

        assertThat(statusOn(reported, "2019-05-31")).isEqualTo(TargetStatus.UNDER_WAY);
        assertThat(statusOn(reported, "2019-06-01")).isEqualTo(TargetStatus.MET);
        assertThat(statusOn(reported, "2021-01-01")).as("its due date means nothing more").isEqualTo(TargetStatus.MET);
    }

    @Test
    void a_target_lags_where_its_last_report_says_so_unless_it_is_met() {
        Life<ProgrammeEvent, ProgrammeState> lags = adopted.then(recorder("province"), report("2019-06-01", "10", true));

        assertThat(statusOn(lags, "2019-06-01")).isEqualTo(TargetStatus.BEHIND);
        assertThat(statusOn(lags.then(recorder("province"), report("2019-07-01", "25", false)), "2019-07-01"))
                .isEqualTo(TargetStatus.UNDER_WAY);
        assertThat(statusOn(lags.then(recorder("province"), report("2019-07-01", "34", true)), "2019-07-01"))
                .isEqualTo(TargetStatus.MET);
    }

    @Test
    void a_report_that_is_recorded_late_stands_before_the_ones_that_follow_it_in_effect() {
        Life<ProgrammeEvent, ProgrammeState> late = adopted
                .then(recorder("province"), report("2019-06-01", "33", false))
                .then(recorder("province"), report("2019-03-01", "12", true));

        assertThat(statusOn(late, "2019-03-01")).isEqualTo(TargetStatus.BEHIND);
        assertThat(statusOn(late, "2019-06-01")).isEqualTo(TargetStatus.MET);
    }

    @Test
    void a_voided_report_leaves_the_target_to_the_one_before() {
        Life<ProgrammeEvent, ProgrammeState> voided = adopted
                .then(recorder("province"), report("2019-03-01", "12", false))
                .then(recorder("province"), report("2019-06-01", "33", false))
                .voids(recorder("province"), 2);

        assertThat(statusOn(voided, "2019-06-01")).isEqualTo(TargetStatus.UNDER_WAY);
        assertThat(statusOn(voided, "2020-01-01")).isEqualTo(TargetStatus.BEHIND);
    }

    @Test
    void an_adjusted_target_is_measured_by_what_it_asks_for_now() {
        Life<ProgrammeEvent, ProgrammeState> adjusted = adopted
                .then(recorder("province"), report("2019-06-01", "30", false))
                .then(decider("province"), adjusted("2020-03-01", "33", "2020-12-31"))
                .then(decider("province"), adjusted("2020-06-01", "30", "2020-12-31"));

        assertThat(statusOn(adjusted, "2020-02-29")).isEqualTo(TargetStatus.BEHIND);
        assertThat(statusOn(adjusted, "2020-03-01")).as("there is time again").isEqualTo(TargetStatus.UNDER_WAY);
        assertThat(statusOn(adjusted, "2020-06-01")).as("less is enough").isEqualTo(TargetStatus.MET);
    }

    @Test
    void the_targets_of_a_closed_programme_stay_as_they_stand() {
        Life<ProgrammeEvent, ProgrammeState> closed =
                adopted.then(decider("province"), new ProgrammeEvent.Closed(day("2019-06-01"), new Reason("kết thúc")));

        assertThat(statusOn(closed, "2021-01-01")).isEqualTo(TargetStatus.UNDER_WAY);
        assertThat(closed.on("2019-05-31").open()).isTrue();
        assertThat(closed.on("2019-06-01").open()).isFalse();
    }

    private static TargetStatus statusOn(Life<ProgrammeEvent, ProgrammeState> life, String day) {
        return life.on(day).targets().stream()
                .filter(t -> t.target().key().equals(TARGET))
                .map(TargetState::status)
                .findFirst()
                .orElseThrow();
    }

    private static Target target(String key, String dueOn) {
        return new Target(new PartKey(key), new Indicator("Chỉ tiêu"), new Unit("chi bộ"), quantity("33"), day(dueOn));
    }

    private static ProgrammeEvent.ProgressReported report(String day, String achieved, boolean behind) {
        return new ProgrammeEvent.ProgressReported(day(day), TARGET, quantity(achieved), behind, null);
    }

    private static ProgrammeEvent.TargetAdjusted adjusted(String day, String planned, String dueOn) {
        return new ProgrammeEvent.TargetAdjusted(
                day(day), TARGET, quantity(planned), day(dueOn), new Reason("điều chỉnh"), List.of());
    }

    private static Quantity quantity(String value) {
        return new Quantity(new BigDecimal(value), Quality.EXACT, null);
    }
}
