package org.coordinationledger.reminder.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.reminder.event.Awaited;
import org.coordinationledger.reminder.event.Remark;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.reminder.event.ReminderRejection;
import org.coordinationledger.reminder.event.ReminderState;
import org.coordinationledger.vocabulary.ProposalId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.ReminderId;
import org.coordinationledger.vocabulary.Subject;
import org.junit.jupiter.api.Test;

class ReminderTest {

    private static final String DUE = "2018-03-19";
    private static final ReminderEvent.Sent SENT = sent("2018-03-20", "proposal", DUE);

    private final Landscape landscape = new Landscape();

    ReminderTest() {
        landscape.registry.with(ProposalState.TYPE, new ProposalId("proposal"), recorder("commune"),
                new ProposalEvent.Made(
                        day("2018-01-05"), List.of(organisation("commune")), organisation("district"),
                        ProposalKind.REQUEST, new Subject("Đề nghị"), null, List.of(), false));
    }

    private Decision<Reminder> decision() {
        return Decision.of(Reminder.class, ReminderState.TYPE, landscape.registry);
    }

    @Test
    void the_administration_reminds_and_nobody_else_does() {
        decision().when(administrator(), send(SENT)).recorded(SENT).keys();
        decision().when(decider("province"), send(SENT))
                .refused(new CommandRejection.RoleNotCompetent("APPROVER", "ADMINISTER"));
    }

    @Test
    void a_reminder_has_the_id_that_follows_from_what_is_overdue() {
        ReminderCommand.Send other = new ReminderCommand.Send(
                new ReminderId("other"), SENT.effectiveOn(), SENT.record(), SENT.what(), SENT.organisation(),
                SENT.dueOn(), null);
        decision().when(administrator(), other).refused(new ReminderAcross.AnotherId(SENT.onlyId().value()));
    }

    @Test
    void a_reminder_is_not_corrected_to_be_about_something_else() {
        Amend.Correct otherDay = correct(sent("2018-03-20", "proposal", "2018-03-18"));
        decision().given(administrator(), SENT)
                .when(administrator(), otherDay)
                .refused(new ReminderAcross.AnotherId(
                        sent("2018-03-20", "proposal", "2018-03-18").onlyId().value()));
        Amend.Correct otherwise = correct(sent("2018-03-21", "proposal", DUE));
        decision().given(administrator(), SENT).when(administrator(), otherwise).recorded(otherwise.event());
    }

    @Test
    void what_waits_is_a_record_and_who_is_reminded_stands() {
        ReminderEvent.Sent nothing = sent("2018-03-20", "nothing", DUE);
        decision().when(administrator(), send(nothing))
                .refused(new NeighbourRejection.UnknownNeighbour("proposals", "nothing", day("2018-03-20")));
        landscape.dissolve("district", "2018-03-20");
        decision().when(administrator(), send(SENT))
                .refused(new NeighbourRejection.OrganisationDissolved("district", day("2018-03-20"), List.of()));
    }

    @Test
    void who_was_reminded_takes_note() {
        ReminderCommand.Acknowledge note = new ReminderCommand.Acknowledge(
                SENT.onlyId(), day("2018-03-22"), new Remark("Sẽ trả lời"));
        decision().given(administrator(), SENT).when(recorder("district"), note).recorded(note.event()).keys();
        decision().given(administrator(), SENT)
                .when(recorder("commune"), note)
                .refused(new ReminderRejection.NotYourStep(List.of("district")));
    }

    private Amend.Correct correct(ReminderEvent.Sent replacement) {
        return new Amend.Correct(
                new AnyRecordId(SENT.onlyId().value()), day("2018-04-01"), 0, replacement, Landscape.REASON, List.of());
    }

    private static ReminderEvent.Sent sent(String on, String proposal, String dueOn) {
        return new ReminderEvent.Sent(
                day(on), new RecordReference("proposals", proposal), new Awaited("PROPOSAL_ANSWER"),
                organisation("district"), day(dueOn), false);
    }

    private static ReminderCommand.Send send(ReminderEvent.Sent event) {
        return new ReminderCommand.Send(
                event.onlyId(), event.effectiveOn(), event.record(), event.what(), event.organisation(),
                event.dueOn(), null);
    }
}
