package org.coordinationledger.command.record;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.ledger.LedgerBounds;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one record. A command's event is taken if the actor is entitled to act in a role competent for it, the record's timeline
 * with the event in its place folds without a rejection, the rules across records hold on the event's day, and the keys
 * that the record must then hold are free. Corrections and voids go the same way, with the content they bring.
 *
 * <p>Subclasses take all commands of their feature under one command name, and add the rules across records and the keys; the rules of the record itself are in its fold.
 */
public abstract class RecordAggregate<E extends RecordEvent, S> {

    /** Whoever keeps the register, and says who may act, may act for what does not stand in it. */
    private static final Set<Competence> NEEDS_NO_STANDING = EnumSet.of(Competence.ADMINISTER, Competence.AUTHORISE);

    private final RecordType<E, S> type;

    @AggregateIdentifier
    private @Nullable String id;

    private Timeline<E, S> timeline;

    /** The id is that of a record of another type, so that there is no such record here. */
    private boolean ofAnotherType;

    protected RecordAggregate(RecordType<E, S> type) {
        this.type = type;
        this.timeline = type.empty();
    }

    /**
     * Who may take this step, or amend one that was taken, beyond what their role is competent for; anybody by default.
     */
    protected void requireMayDecide(E content, Actor actor, Neighbours neighbours) {}

    /** The rules that look at other records, on the day of {@code event}. */
    protected abstract void requireAcross(E event, Actor actor, Neighbours neighbours);

    /** What a feature asks of who inherits one of its records, beyond what is asked for records of all types; nothing by default. */
    protected void requireHeir(Succession.Inherited event, Neighbours neighbours) {}

    /**
     * The rules that look at the whole of effective time, as it was known and as it will be with the step taken; none
     * by default. What stays as it was known MUST NOT be refused.
     */
    protected void requireThroughout(Timeline<E, S> before, Timeline<E, S> after, Neighbours neighbours) {}

    /**
     * Whether somebody, with the step taken, judges what they wrote by correcting it. A corrected step keeps its first
     * author, whom the fold checks; this finds those who corrected it, whichever of the two came first.
     *
     * @param written what somebody writes and another judges
     * @param judged what judges it
     */
    protected final boolean judgesOwnCorrection(
            Timeline<E, S> before, Timeline<E, S> after, Predicate<RecordEvent> written, Predicate<RecordEvent> judged) {
        Set<String> arising = judgingOwnCorrections(after, written, judged);
        arising.removeAll(judgingOwnCorrections(before, written, judged));
        return !arising.isEmpty();
    }

    private static Set<String> judgingOwnCorrections(
            Timeline<?, ?> timeline, Predicate<RecordEvent> written, Predicate<RecordEvent> judged) {
        Set<String> persons = new HashSet<>(timeline.authors(
                e -> e instanceof Amendment.Corrected corrected && written.test(corrected.replacement())));
        persons.retainAll(timeline.authors(
                e -> judged.test(e instanceof Amendment.Corrected corrected ? corrected.replacement() : e)));
        return persons;
    }

    /** The keys that the record must hold when its timeline is as given; none by default. */
    protected List<Claim> claims(Timeline<E, S> asKnown, Neighbours neighbours) {
        return List.of();
    }

    /**
     * What a step brings about in another record of the same type; nothing by default. What amends the step amends
     * that as well, and nothing else does.
     *
     * @param sequence of the step in this record
     */
    protected Optional<Counterpart<E, S>> counterpart(E event, long sequence) {
        return Optional.empty();
    }

    /** The record whose step brought this one about; empty by default, and of a step that stands for itself. */
    protected Optional<RecordId> broughtAboutBy(E event) {
        return Optional.empty();
    }

    /**
     * Other records of this type that are amended together with this one, since they share what is amended; none by
     * default. What is amended of them MUST be legal as a step of its own, by the same actor.
     *
     * @param before this record as it was known
     * @param after this record with the amendment
     */
    protected List<Companion<E, S>> companions(
            Amendment amendment, Timeline<E, S> before, Timeline<E, S> after, Neighbours neighbours) {
        return List.of();
    }

    /** Takes a command, or refuses it with a {@link RejectedException}; then nothing is recorded. */
    protected final void take(RecordCommand command, MetaData metaData, Registry registry) {
        Actor actor = ActorMetadata.actor(metaData);
        if (!metaData.containsKey(ActorMetadata.FOLLOWS_UP)) {
            new Authority(registry).requireEntitled(actor);
        }
        requireVersion((Number) metaData.get(ActorMetadata.EXPECTED_VERSION));
        Decided<E, S> decided = decide(command.id().value(), command.event(), actor, registry);
        MetaData stored = ActorMetadata.stored(metaData);
        apply(command.event(), stored);
        decided.along().forEach(along -> registry.record(
                type, along.record(), along.after().version(), along.event(), stored));
        decided.keys().forEach(change -> registry.record(change.key(), change.event(), stored));
    }

    /** Decides as {@link #take} does, about a record as it is known elsewhere; nothing is recorded. */
    final Decided<E, S> decideAbout(Asked asked, Timeline<E, S> known, Registry registry) {
        timeline = known;
        ofAnotherType = asked.ofAnotherType();
        new Authority(registry).requireEntitled(asked.actor());
        requireVersion(asked.expectedVersion());
        return decide(asked.record(), asked.event(), asked.actor(), registry);
    }

    private Decided<E, S> decide(String record, RecordEvent event, Actor actor, Registry registry) {
        id = record;
        requireNotBroughtAbout(event);
        Timeline<E, S> before = timeline;
        Timeline<E, S> after = judged(event, actor, registry);
        KeyChanges keys = new KeyChanges(registry);
        askForKeys(before, after, keys, registry);
        List<Decided.Along<E, S>> along = new Counterparts<>(type, this, registry).of(before, after, event, actor, keys);
        Decided<E, S> decided = new Decided<>(after, along, keys.decided());
        if (decided.entries() > LedgerBounds.MAX_COMMIT_ENTRIES) {
            throw new RejectedException(new ServiceRejection.CommitTooLarge(
                    LedgerBounds.MAX_COMMIT_ENTRIES, LedgerBounds.MAX_COMMIT_BYTES));
        }
        return decided;
    }

    /** Decides about a step that a step of another record brings about; the next one is decided on top of it. */
    final Timeline<E, S> judgedAlong(
            RecordId record, Timeline<E, S> known, RecordEvent event, Actor actor, Registry registry) {
        id = record.value();
        timeline = known;
        return judged(event, actor, registry);
    }

    final void askForKeys(Timeline<E, S> before, Timeline<E, S> after, KeyChanges keys, Registry registry) {
        Neighbours neighbours = new Neighbours(registry);
        keys.ask(recordId(), claims(before, neighbours), claims(after, neighbours));
    }

    private Timeline<E, S> judged(RecordEvent event, Actor actor, Registry registry) {
        Neighbours neighbours = new Neighbours(registry);
        Timeline<E, S> before = timeline;
        if (!(event instanceof Amendment)) {
            requireCompetent(event.competence(), actor);
        }
        Timeline<E, S> after = withStep(event, actor);
        if (event instanceof Amendment amendment) {
            long origin = before.originOf(amendment.amends());
            requireCompetent(before.contentAt(origin).competence(), actor);
        }
        requireNeighbours(before, event, actor, neighbours);
        requireThroughout(before, after, neighbours);
        return after;
    }

    /** What a step of another record brought about is amended there. */
    private void requireNotBroughtAbout(RecordEvent event) {
        if (event instanceof Amendment amendment && amendment.amends() >= 0 && amendment.amends() <= timeline.version()) {
            RecordEvent content = timeline.contentAt(timeline.originOf(amendment.amends()));
            if (type.family().isInstance(content)) {
                broughtAboutBy(type.family().cast(content)).ifPresent(by -> {
                    throw new RejectedException(new CommandRejection.BroughtAbout(type.resource(), by.value()));
                });
            }
        }
    }

    /** A step that cannot begin a record asks for one that does not exist. */
    private Timeline<E, S> withStep(RecordEvent event, Actor actor) {
        try {
            if (!ofAnotherType) {
                return timeline.require(event, actor);
            }
        } catch (RejectedException e) {
            if (!timeline.isEmpty() || !(e.rejection() instanceof TimelineRejection.NotYetBegun)) {
                throw e;
            }
        }
        throw new RejectedException(new ServiceRejection.UnknownRecord(type.resource(), recordId()));
    }

    /** The id of this record; of one that is just beginning, the id that the command gives it. */
    protected final String recordId() {
        return Objects.requireNonNull(id, "the record has no id yet");
    }

    /** The record as it is known, without the step that is decided about. */
    protected final Timeline<E, S> known() {
        return timeline;
    }

    /** The state just before a step that takes effect on a day; the step has been found legal there. */
    protected final S stateBefore(LocalDate day) {
        return timeline.on(day).orElseThrow();
    }

    private void requireVersion(@Nullable Number expected) {
        if (expected != null && !timeline.isEmpty() && expected.longValue() != timeline.version()) {
            throw new RejectedException(new ServiceRejection.StaleVersion(expected.longValue(), timeline.version()));
        }
    }

    /** Amending a step, and taking an amendment back, asks for what the step itself asked for. */
    private static void requireCompetent(Competence needed, Actor actor) {
        if (!actor.role().isCompetentFor(needed)) {
            throw new RejectedException(
                    new CommandRejection.RoleNotCompetent(actor.role().name(), needed.name()));
        }
    }

    private void requireNeighbours(
            Timeline<E, S> before, RecordEvent event, Actor actor, Neighbours neighbours) {
        if (event instanceof Amendment amendment) {
            neighbours.requireInForce(event.bases(), actor, event.effectiveOn());
            RecordEvent amended = before.contentAt(before.originOf(amendment.amends()));
            if (type.family().isInstance(amended)) {
                requireMayDecide(type.family().cast(amended), actor, neighbours);
            }
            if (amendment instanceof Amendment.Corrected corrected) {
                requireContent(corrected.replacement(), actor, neighbours);
            }
        } else {
            requireContent(event, actor, neighbours);
        }
    }

    private void requireContent(RecordEvent content, Actor actor, Neighbours neighbours) {
        LocalDate day = content.effectiveOn();
        if (!NEEDS_NO_STANDING.contains(content.competence())) {
            neighbours.standing(actor.organisation(), day);
        }
        neighbours.requireInForce(content.bases(), actor, day);
        if (content instanceof Succession succession) {
            new Successors(neighbours).require(succession, type, recordId(), actor);
            if (succession instanceof Succession.Inherited inherited) {
                requireHeir(inherited, neighbours);
            }
        } else {
            E own = type.family().cast(content);
            requireMayDecide(own, actor, neighbours);
            requireAcross(own, actor, neighbours);
        }
    }

    @EventSourcingHandler
    void on(RecordEvent event, DomainEventMessage<?> message) {
        if (id == null) {
            id = message.getAggregateIdentifier();
        }
        if (message.getType() != null && !type.name().equals(message.getType())) {
            ofAnotherType = true;
            return;
        }
        long sequence = message.getSequenceNumber();
        timeline = timeline.plus(
                new Step<>(sequence, sequence, ActorMetadata.actor(message.getMetaData()), event));
    }
}
