package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalStage;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.reminder.event.Awaited;
import org.coordinationledger.reminder.event.Remark;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.reminder.event.ReminderState;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;

/** Reminders of proposals that were not answered in time, as the service would send them. */
final class Reminders {

    /** The days within which a proposal is answered, and the first day after them. */
    private static final int ANSWERED_WITHIN = 60;

    private static final int FIRST_LATE = ANSWERED_WITHIN + 1;
    private static final Remark SOON = new Remark("Sẽ trả lời trong tuần");

    private final World world;

    Reminders(World world) {
        this.world = world;
    }

    /** Looks at a proposal that was just received when its answer is late. */
    void watch(Way<ProposalEvent, ProposalState> proposal) {
        world.later(FIRST_LATE, FIRST_LATE + 1, () -> proposal.on(world.today())
                .filter(state -> state.stage() == ProposalStage.RECEIVED)
                .ifPresent(state -> remind(proposal.id(), state)));
    }

    private void remind(String proposal, ProposalState state) {
        LocalDate dueOn = state.stageSince().plusDays(ANSWERED_WITHIN);
        OrganisationId organisation = state.to();
        ReminderEvent.Sent sent = new ReminderEvent.Sent(
                world.today(), new RecordReference(ProposalState.TYPE.resource(), proposal),
                new Awaited("PROPOSAL_ANSWER"), organisation, dueOn, world.chance(0.01));
        Life<ReminderEvent, ReminderState> life =
                new Life<>(ReminderState.TYPE, sent.onlyId().value(), sent.onlyId().value());
        if (world.take(life, sent, world.actor(Organisations.ADMINISTRATION, Competence.ADMINISTER))
                && world.chance(0.8)) {
            world.later(1, 20, () -> world.take(
                    life, new ReminderEvent.Acknowledged(world.today(), world.chance(0.3) ? SOON : null),
                    world.actor(organisation, Competence.RECORD)));
        }
    }
}
