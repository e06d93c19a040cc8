package org.coordinationledger.briefing.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.briefing.event.BriefingEvent.Delivered;
import org.coordinationledger.briefing.event.BriefingEvent.Drafted;
import org.coordinationledger.briefing.event.BriefingEvent.Passed;
import org.coordinationledger.briefing.event.BriefingEvent.Rejected;
import org.coordinationledger.briefing.event.BriefingEvent.Returned;
import org.coordinationledger.briefing.event.BriefingEvent.Revised;
import org.coordinationledger.briefing.event.BriefingEvent.Submitted;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.OrganisationId;

/** Decides about one briefing. */
final class Briefing extends RecordAggregate<BriefingEvent, BriefingState> {

    Briefing() {
        super(BriefingState.TYPE);
    }

    @CommandHandler(commandName = "briefings")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    /** Every step is the act of the post, so that the acting organisation is the post. */
    @Override
    protected void requireAcross(BriefingEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Drafted e) {
            neighbours.standing(e.post(), day, OrganisationKind.BORDER_POST);
            neighbours.text(e.digest());
        } else if (event instanceof Revised e) {
            neighbours.text(e.digest());
        } else if (event instanceof Returned || event instanceof Rejected) {
            requireExamining(actor);
        } else if (event instanceof Delivered e) {
            requireCovered(e.cell(), actor.organisation(), day, neighbours);
            CellMeetingId meeting = e.cellMeeting();
            if (meeting != null) {
                requireMeeting(meeting, e.cell(), day, neighbours);
            }
        }
    }

    /** Whoever corrects a return or a rejection. The fold checks the same of the first author, whom it keeps. */
    private static void requireExamining(Actor actor) {
        Body body = actor.body();
        if (body != Body.COMMITTEE && body != Body.COMMAND) {
            throw new RejectedException(new BriefingRejection.NotAnExaminingBody(body == null ? null : body.name()));
        }
    }

    private static void requireCovered(OrganisationId id, OrganisationId post, LocalDate day, Neighbours neighbours) {
        OrganisationId commune =
                neighbours.standing(id, day, OrganisationKind.CELL).partySuperior();
        OrganisationState briefing = neighbours.state(OrganisationState.TYPE, post, day);
        if (commune == null || !briefing.covers().contains(commune)) {
            throw new RejectedException(new BriefingAcross.CellNotCovered(
                    id.value(), commune == null ? null : commune.value(), post.value()));
        }
    }

    private static void requireMeeting(CellMeetingId id, OrganisationId cell, LocalDate day, Neighbours neighbours) {
        CellMeetingState meeting = neighbours.state(CellMeetingState.TYPE, id, day);
        if (!meeting.cell().equals(cell) || !meeting.heldOn().equals(day)) {
            throw new RejectedException(new BriefingAcross.NotAtThatMeeting(id.value(), cell.value(), day));
        }
    }

    /**
     * Nobody passes a text that they wrote or submitted by correcting a step. The fold checks the first authors; a
     * corrected step keeps them.
     */
    @Override
    protected void requireThroughout(
            Timeline<BriefingEvent, BriefingState> before,
            Timeline<BriefingEvent, BriefingState> after,
            Neighbours neighbours) {
        if (judgesOwnCorrection(before, after, Briefing::writes, Passed.class::isInstance)) {
            throw new RejectedException(new BriefingRejection.WrittenByTheSamePerson());
        }
    }

    private static boolean writes(RecordEvent event) {
        return event instanceof Drafted || event instanceof Revised || event instanceof Submitted;
    }
}
