package org.coordinationledger.programme.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeEvent.Adopted;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.jspecify.annotations.Nullable;

/** Decides about one programme. */
final class Programme extends RecordAggregate<ProgrammeEvent, ProgrammeState> {

    Programme() {
        super(ProgrammeState.TYPE);
    }

    @CommandHandler(commandName = "programmes")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(ProgrammeEvent event, Actor actor, Neighbours neighbours) {
        if (event instanceof Adopted e) {
            requireInForce(e.document(), e.effectiveOn(), neighbours);
        }
    }

    /** A programme is adopted by a document that is in force by then. */
    private static void requireInForce(@Nullable BasisDocumentId document, LocalDate day, Neighbours neighbours) {
        if (document == null) {
            return;
        }
        BasisDocumentState state = neighbours.state(BasisDocumentState.TYPE, document, day);
        if (!state.inForce()) {
            throw new RejectedException(new ProgrammeAcross.DocumentNotInForce(
                    document.value(), state.number().value()));
        }
    }
}
