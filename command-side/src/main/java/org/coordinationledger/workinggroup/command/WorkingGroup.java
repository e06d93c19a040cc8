package org.coordinationledger.workinggroup.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.Established;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.PostAttached;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.VillagesAssigned;
import org.coordinationledger.workinggroup.event.WorkingGroupState;

/** Decides about one working group. */
final class WorkingGroup extends RecordAggregate<WorkingGroupEvent, WorkingGroupState> {

    WorkingGroup() {
        super(WorkingGroupState.TYPE);
    }

    @CommandHandler(commandName = "working-groups")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(WorkingGroupEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Established e) {
            neighbours.standing(e.worksFor(), day);
        } else if (event instanceof PostAttached e) {
            neighbours.standing(e.post(), day, OrganisationKind.BORDER_POST);
        } else if (event instanceof VillagesAssigned e) {
            neighbours.standing(e.post(), day);
            e.villages().forEach(village -> neighbours.standing(village, day, OrganisationKind.CELL));
        }
    }
}
