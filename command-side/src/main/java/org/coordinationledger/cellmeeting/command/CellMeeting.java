package org.coordinationledger.cellmeeting.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent.Held;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.OrganisationId;

/** Decides about one cell meeting. */
final class CellMeeting extends RecordAggregate<CellMeetingEvent, CellMeetingState> {

    CellMeeting() {
        super(CellMeetingState.TYPE);
    }

    @CommandHandler(commandName = "cell-meetings")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(CellMeetingEvent event, Actor actor, Neighbours neighbours) {
        if (event instanceof Held e) {
            LocalDate day = e.effectiveOn();
            requireItsOwn(e.cell(), actor, day, neighbours);
            e.superiors().forEach(superior -> neighbours.standing(superior, day));
            e.attendance().forEach(a -> requireSeated(a.cellAssignment(), e.cell(), day, neighbours));
            e.briefings().forEach(briefing -> requirePassed(briefing, day, neighbours));
        }
    }

    private static void requireItsOwn(OrganisationId cell, Actor actor, LocalDate day, Neighbours neighbours) {
        OrganisationId commune =
                neighbours.standing(cell, day, OrganisationKind.CELL).partySuperior();
        OrganisationId acting = actor.organisation();
        if (!acting.equals(cell) && !acting.equals(commune)) {
            throw new RejectedException(
                    new CellMeetingAcross.NotYourCell(cell.value(), commune == null ? null : commune.value()));
        }
    }

    private static void requireSeated(
            CellAssignmentId id, OrganisationId cell, LocalDate day, Neighbours neighbours) {
        CellAssignmentState assignment = neighbours.state(CellAssignmentState.TYPE, id, day);
        if (!assignment.open() || !cell.equals(assignment.cell())) {
            throw new RejectedException(new CellMeetingAcross.NotSeatedThere(id.value(), cell.value(), day));
        }
    }

    private static void requirePassed(BriefingId id, LocalDate day, Neighbours neighbours) {
        BriefingState briefing = neighbours.state(BriefingState.TYPE, id, day);
        if (!briefing.deliverable()) {
            throw new RejectedException(new CellMeetingAcross.BriefingNotPassed(
                    id.value(), briefing.stage().name()));
        }
    }

    /** A cell has one regular meeting for each month. */
    @Override
    protected List<Claim> claims(Timeline<CellMeetingEvent, CellMeetingState> asKnown, Neighbours neighbours) {
        return asKnown.phases().stream()
                .findFirst()
                .map(phase -> monthOf(phase.state()))
                .stream()
                .toList();
    }

    private static Claim monthOf(CellMeetingState meeting) {
        String cell = meeting.cell().value();
        String month = meeting.month().value();
        return Claim.always(
                Claim.key("cell-meeting", cell, month), other -> new CellMeetingAcross.MonthTaken(cell, month, other));
    }
}
