package org.coordinationledger.command.api;

import java.util.Optional;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.ledger.CommandRun;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;

/** Tells what commands would meet as things stand, without recording anything. */
public final class Previews {

    private final CommandFeatures features;
    private final CommandBinding binding;
    private final Registry registry;

    Previews(CommandFeatures features, CommandBinding binding, Registry registry) {
        this.features = features;
        this.binding = binding;
        this.registry = registry;
    }

    /** Reads a body as the command that begins a record, as a request for it would be read. */
    public RecordCommand begin(RecordType<?, ?> type, byte[] body) {
        return binding.begin(features.of(type), body).command();
    }

    /** Why a command about a record would be refused, or empty if it would be taken. */
    public Optional<Rejection> refusal(RecordType<?, ?> type, RecordCommand command, Actor actor) {
        DefaultUnitOfWork<?> reading = DefaultUnitOfWork.startAndGet(
                new GenericMessage<>(command, CommandRun.onFreshReads().asMetaData()));
        try {
            decide(type, command, actor);
            return Optional.empty();
        } catch (RejectedException e) {
            return Optional.of(e.rejection());
        } finally {
            reading.rollback();
        }
    }

    private void decide(RecordType<?, ?> type, RecordCommand command, Actor actor) {
        String id = command.id().value();
        Timeline<?, ?> known = registry.timeline(type, new AnyRecordId(id));
        if (known.isEmpty() && !features.of(type).begin().isInstance(command)) {
            throw new RejectedException(new ServiceRejection.UnknownRecord(type.resource(), id));
        }
        features.of(type).decide(id, known, command.event(), actor, registry);
    }
}
