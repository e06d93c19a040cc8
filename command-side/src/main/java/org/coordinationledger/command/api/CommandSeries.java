package org.coordinationledger.command.api;

import java.util.function.Function;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.ledger.CommandRun;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands that come many at a time: all are tried first, each as if those before it had been recorded, and then handed
 * in one by one as requests would be, each with its own decision.
 */
public final class CommandSeries {

    private final CommandFeatures features;
    private final CommandBinding binding;
    private final CommandDescriptions descriptions;
    private final CommandDesk desk;
    private final Registry registry;
    private final LedgerReader ledger;

    CommandSeries(
            CommandFeatures features,
            CommandBinding binding,
            CommandDescriptions descriptions,
            CommandDesk desk,
            Registry registry,
            LedgerReader ledger) {
        this.features = features;
        this.binding = binding;
        this.descriptions = descriptions;
        this.desk = desk;
        this.registry = registry;
        this.ledger = ledger;
    }

    /**
     * A command that is one of many.
     *
     * @param step the path step; null of the command that begins the record
     * @param id the record
     * @param body what a request for it would bring, without the id
     */
    public record Single(String resource, @Nullable String step, String id, ObjectNode body) {}

    /** What the commands about records under a resource take. */
    public CommandDescription.Feature described(String resource) {
        return descriptions.of(features.under(resource));
    }

    /** The type of the records under a resource. */
    public RecordType<?, ?> type(String resource) {
        return features.under(resource).type();
    }

    /** Tries any number of commands upon one and the same state of the ledger: the latest that anybody was told of. */
    public <T> T rehearse(Function<Rehearsal, T> trying) {
        ledger.catchUp();
        DefaultUnitOfWork<?> reading =
                DefaultUnitOfWork.startAndGet(new GenericMessage<>(trying, CommandRun.onFreshReads().asMetaData()));
        try {
            return trying.apply(new Rehearsal());
        } finally {
            reading.rollback();
        }
    }

    /**
     * Hands a command in.
     *
     * @param key under which it is taken no more than once for the person
     * @throws org.coordinationledger.rejection.RejectedException if it is refused
     */
    public Outcome take(Single asked, Actor person, String key) {
        byte[] body = bytes(asked);
        return FieldOfRefusal.named(body, () -> desk.take(asked.resource(), ownKey(bound(asked)), person, key, null));
    }

    /** The data key of a record whose id follows from what is asked is made with it, and forgotten if it is refused. */
    private static BoundCommand ownKey(BoundCommand bound) {
        return new BoundCommand(
                bound.command(), bound.personalData(), bound.sealing(), bound.actingBody(), bound.personalData() != null,
                bound.followsUp(), bound.digest());
    }

    private BoundCommand bound(Single asked) {
        CommandFeature feature = features.under(asked.resource());
        String step = asked.step();
        return step == null
                ? binding.begin(feature, bytes(asked))
                : binding.step(feature, asked.id(), step, bytes(asked));
    }

    private static byte[] bytes(Single asked) {
        ObjectNode body = asked.body().deepCopy();
        if (asked.step() == null) {
            body.put(CommandBinding.ID, asked.id());
        }
        return EventJson.mapper().writeValueAsBytes(body);
    }

    /** What can be tried; only within {@link CommandSeries#rehearse}. */
    public final class Rehearsal {

        private final RehearsedRegistry rehearsed = new RehearsedRegistry(registry, ledger);

        private Rehearsal() {}

        /** A record with what was tried about it; empty if there is none of this type under the id. */
        public Timeline<?, ?> known(RecordType<?, ?> type, String id) {
            return rehearsed.timeline(type, new AnyRecordId(id));
        }

        /** Who holds a key, with what was tried. */
        public ReservationState reservation(String key) {
            return rehearsed.reservation(key);
        }

        /** The event that a command would become; personal data have nothing in their place. */
        public RecordEvent event(Single asked) {
            return FieldOfRefusal.named(bytes(asked), () -> bound(asked).command().event());
        }

        /**
         * Decides about a command and goes on as if it had been recorded, until {@link #drop}.
         *
         * @throws org.coordinationledger.rejection.RejectedException if it would be refused
         */
        public void take(Single asked, Actor person) {
            FieldOfRefusal.named(bytes(asked), () -> {
                BoundCommand bound = bound(asked);
                CommandFeature feature = features.under(asked.resource());
                return rehearsed.take(feature, bound.command(), person.through(bound.actingBody()));
            });
        }

        /** Builds on all that was taken so far. */
        public void keep() {
            rehearsed.keep();
        }

        /** Forgets what was taken since something was kept. */
        public void drop() {
            rehearsed.drop();
        }
    }
}
