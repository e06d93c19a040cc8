package org.coordinationledger.training.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.training.event.TrainingCourseEvent.Held;
import org.coordinationledger.training.event.TrainingCourseEvent.Scheduled;
import org.coordinationledger.training.event.TrainingCourseState;

/** Decides about one training course. */
final class TrainingCourse extends RecordAggregate<TrainingCourseEvent, TrainingCourseState> {

    TrainingCourse() {
        super(TrainingCourseState.TYPE);
    }

    @CommandHandler(commandName = "training-courses")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(TrainingCourseEvent event, Actor actor, Neighbours neighbours) {
        if (event instanceof Scheduled e) {
            e.organisers().forEach(organiser -> neighbours.standing(organiser, e.effectiveOn()));
        } else if (event instanceof Held e) {
            e.participants().forEach(from -> neighbours.standing(from.organisation(), e.firstDay()));
        }
    }
}
