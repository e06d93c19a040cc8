package org.coordinationledger.reminder.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.RecordReference;
import org.junit.jupiter.api.Test;

class ReminderStateTest {

    private static final Remark SOON = new Remark("Sẽ trả lời trong tuần");

    private final Life<ReminderEvent, ReminderState> sent =
            Life.of(ReminderState.TYPE).then(administrator(), sent("2018-03-20", "2018-03-19"));

    @Test
    void nobody_is_reminded_before_the_due_day_is_over() {
        refused(
                () -> ReminderState.TYPE.empty().require(sent("2018-03-19", "2018-03-19"), administrator()),
                new ReminderRejection.NotOverdue(day("2018-03-19")));
        assertThat(sent.on("2018-03-20").acknowledged()).isFalse();
    }

    @Test
    void the_organisation_that_was_reminded_takes_note_once() {
        ReminderEvent.Acknowledged noted = new ReminderEvent.Acknowledged(day("2018-03-22"), SOON);

        refused(
                () -> sent.then(recorder("stranger"), noted),
                new ReminderRejection.NotYourStep(List.of("district")));
        Life<ReminderEvent, ReminderState> acknowledged = sent.then(recorder("district"), noted);
        assertThat(acknowledged.on("2018-03-21").acknowledged()).isFalse();
        assertThat(acknowledged.on("2018-03-22").acknowledgedOn()).isEqualTo("2018-03-22");
        assertThat(acknowledged.on("2018-03-22").remark()).isEqualTo(SOON);
        refused(
                () -> acknowledged.then(recorder("district"), noted),
                new ReminderRejection.AlreadyAcknowledged(day("2018-03-22")));
    }

    @Test
    void a_reminder_begins_by_being_sent_and_is_sent_once() {
        refused(
                () -> ReminderState.TYPE
                        .empty()
                        .require(new ReminderEvent.Acknowledged(day("2018-03-22"), null), recorder("district")),
                new TimelineRejection.NotYetBegun(day("2018-03-22")));
        refused(
                () -> sent.then(administrator(), sent("2018-03-21", "2018-03-19")),
                new TimelineRejection.AlreadyBegun());
    }

    @Test
    void its_id_follows_from_what_is_overdue_and_not_from_the_day_of_reminding() {
        assertThat(sent("2018-03-21", "2018-03-19").onlyId()).isEqualTo(sent("2018-03-20", "2018-03-19").onlyId());
        assertThat(sent("2018-03-20", "2018-03-18").onlyId())
                .isNotEqualTo(sent("2018-03-20", "2018-03-19").onlyId());
        assertThat(sent("2018-03-20", "2018-03-19").onlyId().value())
                .as("it is stored, so it never changes")
                .isEqualTo("5faa21e6-08b3-34fb-8dee-9081727e2eaa");
    }

    private static ReminderEvent.Sent sent(String on, String dueOn) {
        return new ReminderEvent.Sent(
                day(on), new RecordReference("proposals", "proposal"), new Awaited("PROPOSAL_ANSWER"),
                organisation("district"), day(dueOn), false);
    }

    private static void refused(ThrowingCallable step, Rejection rejection) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection()).isEqualTo(rejection));
    }
}
