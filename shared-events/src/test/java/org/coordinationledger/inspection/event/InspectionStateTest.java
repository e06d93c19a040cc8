package org.coordinationledger.inspection.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.api.Test;

class InspectionStateTest {

    private static final PartKey FIRST = new PartKey("first");
    private static final PartKey SECOND = new PartKey("second");
    private static final Actor PROVINCE = decider("province");
    private static final Actor POST = recorder("post");
    private static final Actor INSPECTOR = new Actor("inspector", organisation("province"), Role.INSPECTOR);

    private final Life<InspectionEvent, InspectionState> found = Life.of(InspectionState.TYPE)
            .then(PROVINCE, new InspectionEvent.Decided(
                    day("2019-03-01"), InspectionKind.INSPECTION, organisation("province"),
                    new DocumentNumber("112-QĐ/UBKT"), List.of(organisation("post")), new Subject("Quy chế"),
                    List.of(new PersonCode("inspector")), new PersonCode("inspector"), day("2019-03-11"),
                    day("2019-04-26"), List.of(), false))
            .then(INSPECTOR, found("2019-04-02", FIRST))
            .then(INSPECTOR, found("2019-04-03", SECOND));

    private final Life<InspectionEvent, InspectionState> concluded = found.then(POST, heard("2019-04-24"))
            .then(PROVINCE, new InspectionEvent.Concluded(
                    day("2019-05-10"), new DocumentNumber("20-KL/UBKT"), List.of(SECOND, FIRST), null, List.of()));

    private final Life<InspectionEvent, InspectionState> required = concluded
            .then(PROVINCE, required(FIRST, "2019-06-30"))
            .then(PROVINCE, required(SECOND, "2019-09-30"));

    @Test
    void a_remedy_is_overdue_the_day_after_its_last_day_without_an_event() {
        assertThat(required.on("2019-06-30").remediesOverdue()).isZero();
        assertThat(required.on("2019-07-01").remediesOverdue()).isEqualTo(1);
        assertThat(required.on("2019-09-30").remediesOverdue()).isEqualTo(1);
        assertThat(required.on("2019-10-01").remediesOverdue()).isEqualTo(2);
        assertThat(required.on("2019-10-01").findingsOpen()).isEqualTo(2);
    }

    @Test
    void what_is_reported_is_not_overdue_until_it_is_refused_late() {
        Life<InspectionEvent, InspectionState> refused = required
                .then(POST, reported("2019-06-20", FIRST))
                .then(PROVINCE, new InspectionEvent.RemedyRefused(day("2019-07-05"), FIRST, new Reason("còn thiếu")));

        assertThat(refused.on("2019-07-04").remediesOverdue()).isZero();
        assertThat(refused.on("2019-07-05").remediesOverdue()).isEqualTo(1);
    }

    @Test
    void what_is_refused_in_time_is_overdue_by_the_same_day_as_before() {
        Life<InspectionEvent, InspectionState> refused = required
                .then(POST, reported("2019-06-20", FIRST))
                .then(PROVINCE, new InspectionEvent.RemedyRefused(day("2019-06-25"), FIRST, new Reason("còn thiếu")));

        assertThat(refused.on("2019-06-30").remediesOverdue()).isZero();
        assertThat(refused.on("2019-07-01").remediesOverdue()).isEqualTo(1);
    }

    @Test
    void a_report_recorded_late_ends_what_was_overdue_from_its_own_day_on() {
        Life<InspectionEvent, InspectionState> reminded = required.then(
                PROVINCE, new InspectionEvent.Reminded(day("2019-08-01"), FIRST, false));
        assertThat(reminded.on("2019-08-01").findings().get("first").remedy().reminders()).isEqualTo(1);

        assertThat(required.then(POST, reported("2019-07-15", FIRST)).on("2019-07-15").remediesOverdue())
                .isZero();
        assertThat(catchThrowableOfType(
                                RejectedException.class, () -> reminded.then(POST, reported("2019-07-15", FIRST)))
                        .rejection())
                .isEqualTo(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        7, "inspection.reminded", day("2019-08-01"), "inspection/not-overdue"))));
    }

    @Test
    void a_voided_acceptance_leaves_the_remedy_reported_and_the_finding_open() {
        Life<InspectionEvent, InspectionState> accepted = required
                .then(POST, reported("2019-06-20", FIRST))
                .then(PROVINCE, new InspectionEvent.RemedyAccepted(day("2019-06-25"), FIRST));
        assertThat(accepted.on("2019-06-25").findingsOpen()).isEqualTo(1);
        assertThat(accepted.on("2019-06-25").remedies()).hasSize(1);
        assertThat(accepted.voids(PROVINCE, 8).on("2019-06-25").findingsOpen()).isEqualTo(2);
        assertThat(accepted.voids(PROVINCE, 8).on("2019-07-01").remediesOverdue()).isZero();
    }

    @Test
    void a_finding_recorded_late_has_to_be_heard_again_unless_it_comes_before_the_hearing_in_effect() {
        PartKey third = new PartKey("third");
        Life<InspectionEvent, InspectionState> heard = found.then(POST, heard("2019-04-20"));
        assertThat(heard.on("2019-04-20").unheard()).isEmpty();
        assertThat(heard.then(INSPECTOR, found("2019-04-10", third)).on("2019-04-20").unheard())
                .isEmpty();
        assertThat(heard.then(INSPECTOR, found("2019-04-21", third)).on("2019-04-21").unheard())
                .containsExactly(organisation("post"));
    }

    @Test
    void nothing_is_open_or_overdue_once_it_is_closed() {
        InspectionState closed = concluded
                .then(PROVINCE, new InspectionEvent.Closed(day("2019-12-02")))
                .on("2019-12-02");
        assertThat(closed.open()).isFalse();
        assertThat(closed.findingsOpen()).isZero();
        assertThat(closed.findings()).hasSize(2);
    }

    @Test
    void the_mandate_is_not_shortened_under_a_finding() {
        InspectionEvent.Decided decided = found.on("2019-03-01").decided();
        InspectionEvent.Decided shorter = new InspectionEvent.Decided(
                decided.effectiveOn(), decided.kind(), decided.commissionedBy(), decided.number(), decided.subjects(),
                decided.scope(), decided.team(), decided.leader(), decided.firstDay(), day("2019-04-02"),
                decided.bases(), false);
        assertThat(catchThrowableOfType(RejectedException.class, () -> found.corrects(PROVINCE, 0, shorter))
                        .rejection())
                .isEqualTo(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        2, "inspection.found", day("2019-04-03"), "inspection/outside-the-mandate"))));
    }

    private static InspectionEvent.Found found(String day, PartKey key) {
        return new InspectionEvent.Found(
                day(day), key, FindingKind.SHORTCOMING, organisation("post"), null, new Subject("Chậm"));
    }

    private static InspectionEvent.Heard heard(String day) {
        return new InspectionEvent.Heard(day(day), new Subject("Nhất trí"));
    }

    private static InspectionEvent.RemedyRequired required(PartKey key, String dueOn) {
        return new InspectionEvent.RemedyRequired(
                day("2019-05-10"), key, organisation("post"), new Subject("Bổ sung"), day(dueOn));
    }

    private static InspectionEvent.RemedyReported reported(String day, PartKey key) {
        return new InspectionEvent.RemedyReported(day(day), key, new Subject("Đã bổ sung"), null);
    }
}
