package org.coordinationledger.command.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Asked;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.FollowUp;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.ledger.CommandRun;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells what commands would meet as things stand, without recording anything. */
public final class Previews {

    private static final String PERSONAL_DATA = "personalData";

    private final CommandFeatures features;
    private final CommandBinding binding;
    private final Registry registry;
    private final LedgerReader ledger;

    Previews(CommandFeatures features, CommandBinding binding, Registry registry, LedgerReader ledger) {
        this.features = features;
        this.binding = binding;
        this.registry = registry;
        this.ledger = ledger;
    }

    /** Reads a body as the command that begins a record, as a request for it would be read. */
    public RecordCommand begin(RecordType<?, ?> type, byte[] body) {
        return binding.begin(features.of(type), body).command();
    }

    /** Asks any number of questions, all about one and the same state of the ledger: the latest that anybody was told of. */
    public <T> T ask(Function<Questions, T> asking) {
        ledger.catchUp();
        DefaultUnitOfWork<?> reading =
                DefaultUnitOfWork.startAndGet(new GenericMessage<>(asking, CommandRun.onFreshReads().asMetaData()));
        try {
            return asking.apply(new Questions());
        } finally {
            reading.rollback();
        }
    }

    /** What can be asked; only within {@link Previews#ask}. */
    public final class Questions {

        private Questions() {}

        /** Why a command about a record would be refused, or empty if it would be taken. */
        Optional<Rejection> refusal(RecordType<?, ?> type, RecordCommand command, Actor actor) {
            return refusal(() -> decide(type, command, actor, null));
        }

        /** The same of a command that begins a record under an id that was just made, of which nothing is to be read. */
        Optional<Rejection> refusalOfFresh(RecordType<?, ?> type, RecordCommand command, Actor actor) {
            Asked asked = new Asked(command.id().value(), false, command.event(), actor, null);
            return refusal(() -> features.of(type).decide(asked, type.empty(), registry));
        }

        private static Optional<Rejection> refusal(Runnable deciding) {
            try {
                deciding.run();
                return Optional.empty();
            } catch (RejectedException e) {
                return Optional.of(e.rejection());
            }
        }

        /**
         * What would become of the commands that the service hands in by itself once one is recorded, each as if that one
         * and those before it had been; in their order.
         *
         * @throws RejectedException with what the command itself would be refused with
         */
        public List<Fate> following(RecordType<?, ?> type, RecordCommand command, Actor actor) {
            List<FollowUp> followUps = features.of(type).followUps().apply(command);
            if (followUps.isEmpty()) {
                return List.of();
            }
            RehearsedRegistry rehearsed = new RehearsedRegistry(registry, ledger);
            rehearsed.take(features.of(type), command, actor);
            return followUps.stream()
                    .map(followUp -> new Fate(followUp.record(), refusal(followUp, actor, rehearsed)))
                    .toList();
        }

        private @Nullable Rejection refusal(FollowUp followUp, Actor actor, RehearsedRegistry rehearsed) {
            String resource = followUp.record().resource();
            RecordType<?, ?> type = Catalogue.resource(resource).orElse(null);
            if (type == null) {
                return new ServiceRejection.UnknownResource(resource);
            }
            try {
                rehearsed.take(features.of(type), followUp.command(), actor);
                return null;
            } catch (RejectedException e) {
                return e.rejection();
            }
        }

        /** A record as it is known; empty if there is none of this type under the id. */
        Timeline<?, ?> known(RecordType<?, ?> type, String id) {
            return registry.timeline(type, new AnyRecordId(id));
        }

        /**
         * Decides about a command as if it were to be recorded.
         *
         * @param expectedVersion the version that the record must have, or null if any will do
         * @return the version that the record would have then
         * @throws RejectedException if it would be refused
         */
        long decide(RecordType<?, ?> type, RecordCommand command, Actor actor, @Nullable Long expectedVersion) {
            String id = command.id().value();
            Timeline<?, ?> known = known(type, id);
            boolean ofAnotherType = known.isEmpty() && !ledger.entriesOf(id, 0, 1).isEmpty();
            features.of(type).decide(
                    new Asked(id, ofAnotherType, command.event(), actor, expectedVersion), known, registry);
            return known.version() + 1;
        }
    }

    /**
     * What would become of one command that follows another.
     *
     * @param record what it is about
     * @param refusal why it would be refused; null if it would be taken
     */
    public record Fate(RecordReference record, @Nullable Rejection refusal) {}

    /**
     * What a command would record, without recording it, and what would follow.
     *
     * @throws RejectedException with what the command would be refused with
     */
    Trial tried(
            CommandFeature feature,
            BoundCommand bound,
            Actor person,
            @Nullable Long expectedVersion,
            Function<Rejection, Map<String, Object>> problem) {
        RecordCommand command = bound.command();
        Actor actor = person.through(bound.actingBody());
        record Found(long sequence, List<Fate> following) {}
        Found found = ask(questions -> new Found(
                questions.decide(feature.type(), command, actor, expectedVersion),
                questions.following(feature.type(), command, actor)));
        ObjectNode content = EventJson.mapper().valueToTree(command.event());
        if (bound.personalData() != null) {
            withoutPersonalData(content);
        }
        return new Trial(
                feature.type().resource(),
                bound.freshId() ? null : command.id().value(),
                found.sequence(),
                Catalogue.nameOf(command.event()),
                content,
                found.following().isEmpty()
                        ? null
                        : found.following().stream().map(fate -> shown(fate, problem)).toList());
    }

    private static Trial.Following shown(Fate fate, Function<Rejection, Map<String, Object>> problem) {
        Rejection refusal = fate.refusal();
        return new Trial.Following(fate.record(), refusal == null ? null : problem.apply(refusal));
    }

    /** What is not sealed yet is not shown either. */
    private static void withoutPersonalData(ObjectNode content) {
        content.remove(PERSONAL_DATA);
        if (content.get(CommandBinding.REPLACEMENT) instanceof ObjectNode replacement) {
            replacement.remove(PERSONAL_DATA);
        }
    }
}
