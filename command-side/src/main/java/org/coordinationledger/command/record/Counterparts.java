package org.coordinationledger.command.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.RecordId;

/**
 * What a step brings about in other records of its type. A new step brings its counterpart about; a step that is
 * corrected, voided or restored leaves the other record with what now corresponds to it: the counterpart is corrected,
 * voided, or recorded anew. What several records share is amended in all of them.
 */
final class Counterparts<E extends RecordEvent, S> {

    private final RecordType<E, S> type;
    private final RecordAggregate<E, S> own;
    private final Registry registry;
    private final List<Decided.Along<E, S>> along = new ArrayList<>();

    Counterparts(RecordType<E, S> type, RecordAggregate<E, S> own, Registry registry) {
        this.type = type;
        this.own = own;
        this.registry = registry;
    }

    /**
     * Decides about all that a step brings about.
     *
     * @param before the record's own timeline without the step
     * @param after the record's own timeline with the step
     * @param keys takes what changes about the keys of other records
     * @throws RejectedException with {@link CommandRejection.CounterpartRefused} if another record cannot take its step
     */
    List<Decided.Along<E, S>> of(
            Timeline<E, S> before, Timeline<E, S> after, RecordEvent event, Actor actor, KeyChanges keys) {
        long origin = after.originOf(after.version());
        Optional<Counterpart<E, S>> was = origin > before.version() ? Optional.empty() : counterpart(before, origin);
        Optional<Counterpart<E, S>> is = counterpart(after, origin);
        if (was.isPresent() && is.isPresent() && was.get().record().equals(is.get().record())) {
            correct(was.get(), is.get(), (Amendment) event, actor, keys);
        } else {
            was.ifPresent(counterpart -> drop(counterpart, (Amendment) event, actor, keys));
            is.ifPresent(counterpart -> {
                Other other = new Other(counterpart);
                other.take(counterpart.event(), actor);
                other.askForKeys(keys);
            });
        }
        if (event instanceof Amendment amendment) {
            for (Companion<E, S> companion : own.companions(amendment, before, after, new Neighbours(registry))) {
                Other other = new Other(companion.record(), companion.decider());
                other.take(companion.event(), actor);
                other.askForKeys(keys);
            }
        }
        return along;
    }

    private Optional<Counterpart<E, S>> counterpart(Timeline<E, S> timeline, long origin) {
        return timeline.counted(origin)
                .filter(type.family()::isInstance)
                .flatMap(event -> own.counterpart(type.family().cast(event), origin));
    }

    private void correct(
            Counterpart<E, S> was, Counterpart<E, S> is, Amendment amendment, Actor actor, KeyChanges keys) {
        Other other = new Other(was);
        other.stepOf(was.event()).ifPresent(step -> other.take(
                Amend.Correct.corrected(
                        amendment.effectiveOn(),
                        other.known.headOf(step),
                        is.event(),
                        amendment.reason(),
                        amendment.bases()),
                actor));
        other.askForKeys(keys);
    }

    /** Corrections are taken back one by one, and then the step itself. */
    private void drop(Counterpart<E, S> was, Amendment amendment, Actor actor, KeyChanges keys) {
        Other other = new Other(was);
        other.stepOf(was.event()).ifPresent(step -> {
            while (other.known.counted(step).isPresent()) {
                other.take(
                        new Amendment.Voided(
                                amendment.effectiveOn(), other.known.headOf(step), amendment.reason(), amendment.bases()),
                        actor);
            }
        });
        other.askForKeys(keys);
    }

    /** Another record, as it becomes. */
    private final class Other {

        private final RecordId record;
        private final RecordAggregate<E, S> decider;
        private final Timeline<E, S> before;
        private Timeline<E, S> known;

        Other(Counterpart<E, S> counterpart) {
            this(counterpart.record(), counterpart.decider());
        }

        Other(RecordId record, RecordAggregate<E, S> decider) {
            this.record = record;
            this.decider = decider;
            this.before = registry.timeline(type, record);
            this.known = before;
        }

        /** The step that counts now as what a counterpart says. */
        Optional<Long> stepOf(E event) {
            for (long step = 0; step <= known.version(); step++) {
                if (known.originOf(step) == step && known.counted(step).filter(event::equals).isPresent()) {
                    return Optional.of(step);
                }
            }
            return Optional.empty();
        }

        void take(RecordEvent event, Actor actor) {
            try {
                known = decider.judgedAlong(record, known, event, actor, registry);
            } catch (RejectedException e) {
                throw new RejectedException(new CommandRejection.CounterpartRefused(
                        type.resource(), record.value(), e.rejection().code()));
            }
            along.add(new Decided.Along<>(record.value(), known));
        }

        void askForKeys(KeyChanges keys) {
            if (known != before) {
                decider.askForKeys(before, known, keys, registry);
            }
        }
    }
}
